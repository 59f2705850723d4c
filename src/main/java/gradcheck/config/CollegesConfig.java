package gradcheck.config;

import com.fasterxml.jackson.databind.JsonNode;
import gradcheck.domain.Season;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** {@code colleges.yml}: each college's contacts. */
record CollegesConfig(YamlFile file) {
    private static final Set<String> KEYS = new TreeSet<>(List.of("proof_mail", "secretary", "party", "duty"));

    Map<String, Season.College> read() {
        Map<String, Season.College> colleges = new HashMap<>();
        for (Map.Entry<String, JsonNode> college : file.tree().properties()) {
            String place = "/" + college.getKey().replace("~", "~0").replace("/", "~1");
            file.allowOnly(place, KEYS);
            file.checkMail(place + "/proof_mail");
            colleges.put(
                    college.getKey(),
                    new Season.College(
                            file.text(place + "/proof_mail"),
                            file.text(place + "/secretary"),
                            file.text(place + "/party"),
                            DutyConfig.read(file, place + "/duty")));
        }
        return colleges;
    }
}
