package gradcheck.torture;

import java.util.Map;

/**
 * Something that happened outside of the bot, as the driver saw it.
 *
 * @param place in the order of all events
 */
record Event(long place, Kind kind, Map<String, String> about) {
    Event {
        about = Map.copyOf(about);
    }

    /** What happened. */
    enum Kind {
        /** A message was offered to the bot for the first time: key, person, text. */
        OFFERED,
        /** The bot answered it with a whole 200: key, reply. */
        TAKEN,
        /** The platform got a message to people: to, body, said; and whether it showed it and whether it said so. */
        ARRIVED,
        STARTED,
        KILLED,
        /** A backup begins; what happens from here on may be lost by its restore. */
        COPYING,
        /** The last backup was put in the place of the database. */
        RESTORED
    }

    String get(String name) {
        return about.getOrDefault(name, "");
    }

    boolean is(Kind one) {
        return kind == one;
    }
}
