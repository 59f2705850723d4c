package gradcheck.config;

import gradcheck.domain.QuietHours;
import gradcheck.domain.QuietHours.Block;
import java.time.DateTimeException;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The quiet hours in {@code reminders.yml}: one block as {@code quiet_from} and {@code quiet_to}, or a list of several. */
final class QuietConfig {
    private static final String LIST = "/quiet";
    private static final String FROM = "/quiet_from";
    private static final String TO = "/quiet_to";
    private static final Block USUAL = new Block(LocalTime.of(22, 0), LocalTime.of(8, 0));
    private static final Pattern FROM_TO = Pattern.compile("(\\d\\d:\\d\\d)\\s*[-–—~]\\s*(\\d\\d:\\d\\d)");

    private final YamlFile file;

    QuietConfig(YamlFile file) {
        this.file = file;
    }

    /** What is written there; the usual night where it says nothing, or something wrong. */
    QuietHours read() {
        if (!file.has(LIST)) {
            return oneOf(new Block(time(FROM, USUAL.from()), time(TO, USUAL.to())));
        }
        for (String other : List.of(FROM, TO)) {
            if (file.has(other)) {
                file.fault(other, "config.twice", "quiet", other.substring(1));
            }
        }
        return listed();
    }

    private QuietHours oneOf(Block block) {
        if (block.from().equals(block.to())) {
            file.fault(file.has(TO) ? TO : FROM, "quiet.empty", block);
        }
        return roomy(FROM, new QuietHours(List.of(block)));
    }

    private QuietHours listed() {
        List<String> places = file.each(LIST);
        if (places.isEmpty()) {
            file.fault(LIST, "quiet.none");
        }
        List<Block> blocks = new ArrayList<>();
        for (String place : places) {
            block(place).ifPresent(block -> {
                blocks.stream()
                        .filter(block::touches)
                        .findFirst()
                        .ifPresent(other -> file.fault(place, "quiet.touching", other, block));
                blocks.add(block);
            });
        }
        return blocks.isEmpty() ? new QuietHours(List.of(USUAL)) : roomy(LIST, new QuietHours(blocks));
    }

    private QuietHours roomy(String place, QuietHours quiet) {
        if (!quiet.leavesRoom()) {
            file.fault(place, "quiet.always");
        }
        return quiet;
    }

    private Optional<Block> block(String place) {
        Matcher written = FROM_TO.matcher(file.text(place));
        try {
            if (written.matches()) {
                Block block = new Block(LocalTime.parse(written.group(1)), LocalTime.parse(written.group(2)));
                if (block.from().equals(block.to())) {
                    file.fault(place, "quiet.empty", block);
                    return Optional.empty();
                }
                return Optional.of(block);
            }
        } catch (DateTimeException e) {
            // An hour of 24 and more: said below, like everything else that is no time.
        }
        file.fault(place, "quiet.unreadable", file.text(place));
        return Optional.empty();
    }

    private LocalTime time(String place, LocalTime otherwise) {
        try {
            return file.has(place) ? LocalTime.parse(file.text(place)) : otherwise;
        } catch (DateTimeException e) {
            file.fault(place, "setting.bad", place.substring(1), file.text(place));
            return otherwise;
        }
    }
}
