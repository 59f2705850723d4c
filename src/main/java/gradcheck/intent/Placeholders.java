package gradcheck.intent;

import gradcheck.domain.Contacts;
import gradcheck.domain.Season;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What an answer's placeholders stand for, for one person; nothing but the config fills them. */
final class Placeholders {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final List<String> KNOWN = List.of(
            "year",
            "photoDeadline",
            "recordCloses",
            "office",
            "officePhone",
            "officePhones",
            "officeMail",
            "proofMail",
            "secretary",
            "party",
            "chsiPhone",
            "chsiMail",
            "chsiAccount");

    private Placeholders() {}

    static List<String> unknown(FaqEntry entry) {
        return Stream.of(entry.answer(), entry.required(), entry.closes())
                .filter(Objects::nonNull)
                .flatMap(text -> PLACEHOLDER.matcher(text).results())
                .map(found -> found.group(1))
                .filter(name -> !KNOWN.contains(name))
                .toList();
    }

    static String filled(String answer, Season season, Contacts contacts) {
        Map<String, String> values = Map.ofEntries(
                Map.entry("year", contacts.year()),
                Map.entry("photoDeadline", contacts.photoDeadline()),
                Map.entry(
                        "recordCloses", season.recordCloses().map(Season::said).orElse("")),
                Map.entry("office", season.office().name()),
                Map.entry("officePhone", contacts.officePhone()),
                Map.entry("officePhones", contacts.officePhones()),
                Map.entry("officeMail", contacts.officeMail()),
                Map.entry("proofMail", contacts.proofMail()),
                Map.entry("secretary", contacts.secretary()),
                Map.entry("party", contacts.party()),
                Map.entry("chsiPhone", season.chsi().phone()),
                Map.entry("chsiMail", season.chsi().mail()),
                Map.entry("chsiAccount", season.chsi().account()));
        return PLACEHOLDER
                .matcher(answer)
                .replaceAll(found -> Matcher.quoteReplacement(values.getOrDefault(found.group(1), "")));
    }
}
