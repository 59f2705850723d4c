package gradcheck.torture;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What restores may have lost: what happened between the beginning of a copy and its restore, and nothing else. */
final class Losses {
    private static final Pattern GIVEN = Pattern.compile("回执号：(\\d{4}-\\d{5,}-\\d+)");

    private final List<Event> events;
    private final List<Event> lost = new ArrayList<>();

    Losses(List<Event> events) {
        this.events = events;
        List<Event> since = new ArrayList<>();
        boolean isCopied = false;
        for (Event event : events) {
            if (event.is(Event.Kind.COPYING)) {
                since.clear();
                isCopied = true;
            } else if (event.is(Event.Kind.RESTORED)) {
                lost.addAll(since);
                since.clear();
                isCopied = false;
            } else if (isCopied) {
                since.add(event);
            }
        }
    }

    long restores() {
        return events.stream().filter(e -> e.is(Event.Kind.RESTORED)).count();
    }

    /** The keys of the messages that were taken in a gap; whether they are there, and what is said to them again, is open. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>();
        lost.stream().filter(e -> e.is(Event.Kind.TAKEN)).forEach(e -> keys.add(e.get("key")));
        return keys;
    }

    /** What arrived in a gap: the ledger may have forgotten it, and it may be sent once more. */
    List<Event> arrived() {
        return lost.stream().filter(e -> e.is(Event.Kind.ARRIVED)).toList();
    }

    /** I9: no receipt's number is given to two confirmations, whatever was restored between them. */
    List<String> givenTwice(Map<String, Event> offered) {
        List<String> broken = new ArrayList<>();
        Map<String, String> keys = new HashMap<>();
        for (Event event : events) {
            Event said = offered.get(event.get("key"));
            Matcher given = GIVEN.matcher(event.get("reply"));
            if (!event.is(Event.Kind.TAKEN)
                    || said == null
                    || !said.get("text").equals("我确认")
                    || !event.get("reply").contains("4/4")
                    || !given.find()) {
                continue;
            }
            String before = keys.putIfAbsent(given.group(1), event.get("key"));
            if (before != null && !before.equals(event.get("key"))) {
                broken.add("I9: " + given.group(1) + " was given by " + before + " and by " + event.get("key"));
            }
        }
        return broken;
    }
}
