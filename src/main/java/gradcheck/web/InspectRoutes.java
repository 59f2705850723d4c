package gradcheck.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import gradcheck.domain.RecordField;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.Tables;
import gradcheck.store.outbox.Outbox;
import gradcheck.store.people.StaffMembers.Member;
import gradcheck.store.people.Students.Enrolled;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** {@code /inspect}: what the bot knows and did, and its clock; in a rehearsal only (interface.md §2). */
public final class InspectRoutes implements Consumer<RoutesConfig> {
    private static final int MOST = 50;

    private final Store store;
    private final int season;
    private final Consumer<Instant> clock;
    private final ObjectMapper json = new ObjectMapper();

    /**
     * @param clock sets the bot's clock and does everything that is due by then, before it returns
     */
    public InspectRoutes(Store store, int season, Consumer<Instant> clock) {
        this.store = store;
        this.season = season;
        this.clock = clock;
    }

    @Override
    public void accept(RoutesConfig routes) {
        routes.get("/inspect/people", request -> request.json(store.read(this::people)));
        routes.get("/inspect/person/{userid}", this::person);
        routes.post("/inspect/clock", this::setClock);
    }

    private void setClock(Context request) {
        Optional<OffsetDateTime> wanted = wanted(request);
        if (wanted.isEmpty()) {
            request.status(400).result("bad request");
            return;
        }
        clock.accept(wanted.get().toInstant());
        request.json(Map.of("now", DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(wanted.get())));
    }

    /** Empty for whatever is no JSON, names no moment, or one without an offset. */
    private Optional<OffsetDateTime> wanted(Context request) {
        try {
            return Optional.of(OffsetDateTime.parse(
                    json.readTree(request.body()).path("now").asText()));
        } catch (JsonProcessingException | DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private List<Map<String, Object>> people(Tables tables) {
        List<Map<String, Object>> people = new ArrayList<>();
        Map<PersonId, List<Member>> staff = tables.staff().all().stream()
                .collect(Collectors.groupingBy(Member::person, LinkedHashMap::new, Collectors.toList()));
        staff.forEach((person, rows) -> {
            String role = rows.get(0).role().name().toLowerCase(Locale.ROOT);
            String colleges = rows.stream().map(Member::college).collect(Collectors.joining("、"));
            people.add(entry(person, rows.get(0).name(), role, colleges));
        });
        for (Enrolled enrolled : tables.students().ofCollege(season, "")) {
            Map<String, Object> student = entry(
                    enrolled.person(),
                    enrolled.student().name(),
                    "student",
                    enrolled.student().college());
            student.put("class", enrolled.student().className());
            student.put("state", state(tables, enrolled));
            people.add(student);
        }
        return people;
    }

    private String state(Tables tables, Enrolled enrolled) {
        return tables.confirmations()
                .latest(season, enrolled.student().number())
                .map(c -> c.result())
                .orElse("未核对");
    }

    private static Map<String, Object> entry(PersonId person, String name, String role, String college) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("userid", person.value());
        entry.put("name", name);
        entry.put("role", role);
        entry.put("college", college);
        return entry;
    }

    private void person(Context request) {
        PersonId person = new PersonId(request.pathParam("userid"));
        request.json(store.read(tables -> about(tables, person)));
    }

    private Map<String, Object> about(Tables tables, PersonId person) {
        Optional<Enrolled> student = tables.students().byPerson(season, person);
        Map<String, Object> about = new LinkedHashMap<>();
        about.put("person", student.map(s -> s.student().name()).orElse(person.value()));
        List<Map<String, Object>> rows = new ArrayList<>();
        tables.conversations()
                .open(person)
                .ifPresent(c -> rows.add(Map.of(
                        "table", "conversation",
                        "flow", c.flow(),
                        "question", c.question(),
                        "answers", c.answers().values())));
        student.ifPresent(s -> {
            rows.add(Map.of(
                    "table", "student",
                    "photo", s.student().webPhoto().title(),
                    "at", s.webPhotoAt().toString(),
                    "muted", tables.mutes().isMuted(person)));
            stored(tables, s, rows);
        });
        about.put("rows", rows);
        about.put("outbox", messages(tables, person, false));
        about.put("ledger", messages(tables, person, true));
        return about;
    }

    private void stored(Tables tables, Enrolled student, List<Map<String, Object>> rows) {
        String number = student.student().number();
        tables.confirmations()
                .latest(season, number)
                .ifPresent(c -> rows.add(Map.of(
                        "table", "confirmation",
                        "receipt", c.receipt(),
                        "result", c.result(),
                        "version", c.version(),
                        "hash", c.hash(),
                        "at", c.confirmedAt().toString())));
        tables.corrections()
                .of(season, number)
                .forEach(c -> rows.add(Map.of(
                        "table", "correction",
                        "tag", c.tag(),
                        "field", c.field(),
                        "before", openly(c.field(), c.before()),
                        "after", openly(c.field(), c.after()),
                        "category", c.category(),
                        "state", c.state().title(),
                        "at", c.updatedAt().toString())));
        tables.photoFacts()
                .of(season, number)
                .forEach((fact, noted) -> rows.add(Map.of(
                        "table",
                        "photo",
                        "fact",
                        fact.name(),
                        "value",
                        noted.value(),
                        "at",
                        noted.at().toString())));
    }

    /** No certificate number goes out whole, a rehearsal's neither. */
    private static String openly(String field, String value) {
        return field.equals(RecordField.CERTIFICATE_NUMBER)
                ? "…" + value.substring(Math.max(0, value.length() - 2))
                : value;
    }

    private static List<Map<String, Object>> messages(Tables tables, PersonId person, boolean settled) {
        List<Map<String, Object>> messages = new ArrayList<>();
        for (Outbox.Row row : tables.outbox().of(person, MOST)) {
            if (row.state().equals("settled") == settled) {
                messages.add(Map.of(
                        "kind", row.kind(),
                        "state", row.state(),
                        "outcome", row.result().detail(),
                        "attempts", row.attempts(),
                        "text", row.kind().equals("text") ? row.body() : "",
                        "at", row.queuedAt().toString()));
            }
        }
        return messages;
    }
}
