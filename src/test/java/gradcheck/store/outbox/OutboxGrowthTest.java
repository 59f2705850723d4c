package gradcheck.store.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.message.OutcomeCause;
import gradcheck.message.PersonId;
import gradcheck.store.OnAFreshStore;
import gradcheck.store.Steps;
import gradcheck.store.Tables;
import gradcheck.store.engine.StatementCache;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What is asked of the outbox costs the same however much waits in it, and each of its indexes answers something. */
class OutboxGrowthTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-04-20T01:10:00Z");
    private static final PersonId WHO = new PersonId("bulk5");
    private static final int MANY = 10_000;
    /** Walking through what waits takes some ten steps each. */
    private static final long FEW_STEPS = 200;

    private static final Pattern INDEX = Pattern.compile("INDEX (\\w+)");

    private void queue(String name, int messages, int urgency, Instant due, String kind) {
        write(tables -> {
            for (int i = 0; i < messages; i++) {
                String id = name + i;
                tables.outbox()
                        .queue(
                                new Outbox.New(id, new PersonId(id), kind, "话", urgency, due, Optional.of(id), kind),
                                NOW);
            }
            return messages;
        });
    }

    private long steps(Consumer<Tables> work) {
        return write(tables -> Steps.of(tables, work));
    }

    private void costsTheSame(Consumer<Tables> work, Runnable waiting) {
        work(work);
        long before = steps(work);
        waiting.run();
        assertThat(steps(work)).isBetween(1L, before + FEW_STEPS);
    }

    /** What is found once is not found again: the same is measured twice. */
    private void work(Consumer<Tables> work) {
        write(tables -> {
            work.accept(tables);
            return 0;
        });
    }

    @Test
    void looking_for_replies_costs_the_same_with_ten_thousand_waiting() {
        costsTheSame(tables -> tables.sending().due(NOW, Outbox.REPLY, 100), () -> {
            queue("bulk", MANY, Outbox.BULK, NOW, "text");
            queue("later", MANY, Outbox.REPLY, NOW.plusSeconds(1), "text");
        });
    }

    @Test
    void looking_for_reminders_costs_the_same_with_ten_thousand_for_tomorrow() {
        costsTheSame(
                tables -> tables.sending().due(NOW, Outbox.BULK, 100),
                () -> queue("later", MANY, Outbox.BULK, NOW.plusSeconds(86_400), Outbox.REMINDER));
    }

    @Test
    void finding_ten_replies_costs_the_same_with_ten_thousand_behind_them() {
        queue("first", 10, Outbox.REPLY, NOW, "text");
        costsTheSame(
                tables ->
                        assertThat(tables.sending().due(NOW, Outbox.REPLY, 10)).hasSize(10),
                () -> queue("more", MANY, Outbox.REPLY, NOW, "text"));
    }

    @Test
    void looking_for_replies_costs_the_same_with_ten_thousand_under_way() {
        costsTheSame(tables -> tables.sending().due(NOW, Outbox.REPLY, 100), () -> {
            queue("sent", MANY, Outbox.BULK, NOW, "text");
            write(tables -> {
                List<Outbox.Row> due = tables.sending().due(NOW, Outbox.BULK, MANY);
                return tables.sending().putInto(due.stream().collect(Collectors.toMap(Outbox.Row::id, row -> "call")));
            });
        });
    }

    @Test
    void looking_whether_anything_is_due_costs_the_same_with_ten_thousand_for_tomorrow() {
        costsTheSame(
                tables -> assertThat(tables.sending().isAnythingDue(NOW)).isFalse(),
                () -> queue("later", MANY, Outbox.BULK, NOW.plusSeconds(86_400), "text"));
    }

    /** Of the outbox; what begins with sqlite_ stands for a constraint. */
    @Test
    void every_index_answers_a_question_and_no_question_walks() {
        queue("reply", 20, Outbox.REPLY, NOW, "text");
        queue("bulk", 20, Outbox.BULK, NOW, Outbox.REMINDER);
        Set<String> used = new TreeSet<>();
        List<String> walks = new ArrayList<>();
        write(tables -> {
            ask(tables);
            ((StatementCache) tables.handle().getStatementBuilder())
                    .texts().stream()
                            .filter(sql -> sql.contains("outbox"))
                            .forEach(sql -> look(plan(tables, sql), sql, used, walks));
            return used;
        });
        List<String> indexes = read(tables -> tables.handle()
                .createQuery("SELECT name FROM sqlite_master WHERE type = 'index' AND tbl_name = 'outbox'")
                .mapTo(String.class)
                .list());
        assertThat(walks).isEmpty();
        assertThat(used).containsAll(indexes);
        assertThat(indexes).hasSizeLessThanOrEqualTo(7);
    }

    private static void look(List<String> plan, String sql, Set<String> used, List<String> walks) {
        for (String step : plan) {
            Matcher index = INDEX.matcher(step);
            if (index.find()) {
                used.add(index.group(1));
            }
            // What waits or is under way may be counted through, by its own index; the ledger never.
            if (step.matches("SCAN (\\w+ )?outbox.*|SCAN [oesr]( .*)?") && !step.contains("INDEX outbox_")) {
                walks.add(sql + "\n  " + step);
            }
        }
    }

    private static void ask(Tables tables) {
        tables.sending().due(NOW, Outbox.REPLY, 5);
        tables.sending().putInto(Map.of("reply1", "call"));
        tables.sending().ofBatch("call");
        tables.sending().settleAll(List.of(new OutboxQueue.End("reply1", SendResult.SENT)), NOW);
        tables.sending().isAnythingDue(NOW);
        tables.sending().nextDue();
        tables.outbox().oldestDue(NOW);
        tables.outbox().of(WHO, 3);
        tables.outbox().knows("reply1");
        tables.outbox().remindersSince(WHO, NOW);
        tables.outbox().cancelAll(WHO, OutcomeCause.CANCELLED, NOW);
        tables.outbox().forget(WHO);
        tables.countedReminders().since(NOW);
        tables.countedReminders().since(List.of(WHO), NOW);
        tables.rounds().outcomes("text");
        tables.rounds().failed("text");
        tables.rounds().dropWaiting("text", OutcomeCause.CANCELLED, NOW);
        tables.gauges().at(NOW, LocalDate.EPOCH, 2027);
    }

    private static List<String> plan(Tables tables, String sql) {
        var query = tables.handle().createQuery("EXPLAIN QUERY PLAN " + sql);
        for (int i = 0; i < sql.chars().filter(c -> c == '?').count(); i++) {
            query.bind(i, (String) null);
        }
        return query.map((row, context) -> row.getString("detail")).list();
    }
}
