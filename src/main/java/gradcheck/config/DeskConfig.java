package gradcheck.config;

import gradcheck.desk.ask.DeskLexicon;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code desk.yml}: the words secretaries ask with, by kind and meaning. */
record DeskConfig(YamlFile file) {

    DeskLexicon read(List<String> faults) {
        Map<String, Map<String, List<String>>> words = new LinkedHashMap<>();
        file.tree().properties().forEach(kind -> {
            Map<String, List<String>> values = new LinkedHashMap<>();
            kind.getValue().properties().forEach(value -> {
                List<String> list = new ArrayList<>();
                value.getValue().forEach(word -> list.add(word.asText()));
                values.put(value.getKey(), list);
            });
            words.put(kind.getKey(), values);
        });
        DeskLexicon lexicon = new DeskLexicon(words);
        lexicon.faults().forEach(fault -> faults.add(TerminalText.of("config.words", "desk.yml", fault)));
        return lexicon;
    }
}
