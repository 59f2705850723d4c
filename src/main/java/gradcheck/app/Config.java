package gradcheck.app;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import gradcheck.reminders.Rule;
import gradcheck.verification.EditClass;
import gradcheck.verification.Fields;
import gradcheck.verification.RecordField;
import gradcheck.verification.Season;
import gradcheck.verification.ValueCheck;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The config folder, read whole; all its faults are reported together. */
final class Config {
    private final YAMLMapper yaml = new YAMLMapper();
    private final Path folder;
    private final Environment environment;
    private final List<String> faults = new ArrayList<>();

    private Config(Path folder, Environment environment) {
        this.folder = folder;
        this.environment = environment;
    }

    /** What the files say. */
    record Settings(Season season, List<Rule> reminders, Path folder) {
        /** The same settings for another year of graduation. */
        Settings in(int year) {
            return new Settings(season.in(year), reminders, folder);
        }
    }

    /**
     * Reads the folder that {@code GRADCHECK_CONFIG} names.
     *
     * @throws Faults if anything in it is missing or wrong
     */
    static Settings read(Environment environment) throws Faults {
        Path folder = Path.of(environment.get("GRADCHECK_CONFIG").orElse("config"));
        Config config = new Config(folder, environment);
        Optional<Season> season = config.season();
        List<Rule> reminders = config.reminders();
        if (!config.faults.isEmpty() || season.isEmpty()) {
            throw new Faults(config.faults);
        }
        return new Settings(season.get(), reminders, folder);
    }

    private Optional<Season> season() {
        JsonNode main = tree("gradcheck.yml");
        Fields fields = fields();
        Map<String, Season.College> colleges = colleges();
        Season.Office office = office(main.path("office"));
        Season.Chsi chsi = chsi(main.path("chsi"));
        String closes = text(main, "record_closes");
        Optional<Integer> year =
                parsed("season", environment.get("GRADCHECK_SEASON").orElse(text(main, "season")), Integer::valueOf);
        Optional<LocalDate> recordCloses =
                closes.isEmpty() ? Optional.empty() : parsed("record_closes", closes, LocalDate::parse);
        Optional<LocalDate> deadline = parsed("photo_deadline", text(main, "photo_deadline"), LocalDate::parse);
        Optional<ZoneId> zone =
                parsed("zone", environment.get("GRADCHECK_ZONE").orElse(text(main, "zone")), ZoneId::of);
        if (year.isEmpty() || deadline.isEmpty() || zone.isEmpty()) {
            return Optional.empty();
        }
        boolean required = text(main, "registration_system").equals("required");
        return Optional.of(new Season(
                year.get(), fields, office, chsi, required, recordCloses, deadline.get(), colleges, zone.get()));
    }

    private <T> Optional<T> parsed(String name, String text, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(text));
        } catch (DateTimeException | NumberFormatException e) {
            faults.add("gradcheck.yml: " + name + ": \"" + text + "\" can't be read");
            return Optional.empty();
        }
    }

    private Season.Office office(JsonNode office) {
        for (String name : List.of("name", "phone", "phones", "mail")) {
            if (text(office, name).isEmpty()) {
                faults.add("gradcheck.yml: office." + name + " is missing");
            }
        }
        return new Season.Office(
                text(office, "name"), text(office, "phone"), text(office, "phones"), text(office, "mail"));
    }

    private Season.Chsi chsi(JsonNode chsi) {
        for (String name : List.of("phone", "mail", "account")) {
            if (text(chsi, name).isEmpty()) {
                faults.add("gradcheck.yml: chsi." + name + " is missing");
            }
        }
        return new Season.Chsi(text(chsi, "phone"), text(chsi, "mail"), text(chsi, "account"));
    }

    private Fields fields() {
        List<RecordField> fields = new ArrayList<>();
        for (JsonNode field : tree("fields.yml")) {
            try {
                fields.add(new RecordField(
                        text(field, "code"),
                        text(field, "label"),
                        EditClass.valueOf(text(field, "class")),
                        ValueCheck.valueOf(text(field, "check")),
                        texts(field.path("aliases")),
                        texts(field.path("values"))));
            } catch (IllegalArgumentException e) {
                faults.add("fields.yml: " + text(field, "code") + ": " + e.getMessage());
            }
        }
        return new Fields(fields);
    }

    private Map<String, Season.College> colleges() {
        Map<String, Season.College> colleges = new HashMap<>();
        tree("colleges.yml")
                .properties()
                .forEach(e -> colleges.put(
                        e.getKey(),
                        new Season.College(
                                text(e.getValue(), "proof_mail"),
                                text(e.getValue(), "secretary"),
                                text(e.getValue(), "party"))));
        return colleges;
    }

    private List<Rule> reminders() {
        List<Rule> rules = new ArrayList<>();
        for (JsonNode rule : tree("reminders.yml")) {
            try {
                List<Integer> days = new ArrayList<>();
                rule.path("days_before").forEach(d -> days.add(d.asInt()));
                rules.add(new Rule(text(rule, "name"), days, LocalTime.parse(text(rule, "at"))));
            } catch (DateTimeException e) {
                faults.add("reminders.yml: " + text(rule, "name") + ": " + e.getMessage());
            }
        }
        return rules;
    }

    private JsonNode tree(String name) {
        Path file = folder.resolve(name);
        try {
            return yaml.readTree(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException e) {
            faults.add(file + ": " + e.getMessage());
            return yaml.createObjectNode();
        }
    }

    private static List<String> texts(JsonNode list) {
        List<String> texts = new ArrayList<>();
        list.forEach(t -> texts.add(t.asText()));
        return texts;
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asText("");
    }
}
