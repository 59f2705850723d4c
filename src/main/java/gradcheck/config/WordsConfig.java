package gradcheck.config;

import gradcheck.language.WordGroup;
import gradcheck.language.Words;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** {@code words.yml}: how people say each choice, and the groups that choices share. */
final class WordsConfig {
    static final String FILE = "words.yml";

    private static final Set<String> KEYS = new TreeSet<>(List.of("groups", "choices"));
    private static final String GROUPS = "/groups/";
    private static final String CHOICES = "/choices/";
    /** Before the name of a group that is meant whole. */
    private static final String GROUP = "$";

    private final YamlFile file;

    WordsConfig(YamlFile file) {
        this.file = file;
    }

    Words read() {
        file.allowOnly("", KEYS);
        Map<String, List<String>> groups = new TreeMap<>();
        for (String group : names("/groups")) {
            groups.put(group, words(GROUPS + group, new LinkedHashSet<>(Set.of(group))));
        }
        if (!file.isThere()) {
            return new Words(groups, Map.of());
        }
        for (WordGroup group : WordGroup.values()) {
            if (file.texts(GROUPS + group.key()).isEmpty()) {
                file.fault(GROUPS + group.key(), "config.missing", "groups." + group.key());
            }
        }
        Map<String, Map<String, List<String>>> choices = new LinkedHashMap<>();
        for (String question : names("/choices")) {
            Map<String, List<String>> each = new LinkedHashMap<>();
            for (String choice : names(CHOICES + question)) {
                each.put(choice, words(CHOICES + question + "/" + choice, new LinkedHashSet<>()));
            }
            choices.put(question, each);
        }
        return new Words(groups, choices);
    }

    private List<String> names(String place) {
        List<String> names = new ArrayList<>();
        file.tree().at(place).fieldNames().forEachRemaining(names::add);
        return names;
    }

    /** The words of a list, with those of the groups it names; a group that names itself is told. */
    private List<String> words(String place, Set<String> within) {
        List<String> words = new ArrayList<>();
        for (String each : file.each(place)) {
            String word = file.text(each);
            String group = word.startsWith(GROUP) ? word.substring(GROUP.length()) : "";
            if (group.isEmpty()) {
                words.add(word);
            } else if (!file.has(GROUPS + group) || !within.add(group)) {
                file.fault(each, "config.words.group", group);
            } else {
                words.addAll(words(GROUPS + group, within));
                within.remove(group);
            }
        }
        return words;
    }
}
