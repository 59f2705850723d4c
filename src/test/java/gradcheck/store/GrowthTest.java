package gradcheck.store;

import static org.assertj.core.api.Assertions.assertThat;

import gradcheck.domain.Student;
import gradcheck.domain.WebPhoto;
import gradcheck.message.PersonId;
import gradcheck.store.record.Confirmations;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What was made so that it takes no longer the more students there are, and must find the same as looking at all. */
class GrowthTest extends OnAFreshStore {
    private static final Instant NOW = Instant.parse("2027-03-15T02:00:00Z");

    private void enrolled(String... names) {
        for (String name : names) {
            Student student = new Student("n" + name, Map.of("XM", name), WebPhoto.UNKNOWN, false);
            write(t -> {
                t.students().put(2027, new PersonId("p" + name), student, NOW);
                return name;
            });
        }
    }

    private List<String> namesIn(String text) {
        return read(t -> t.students().namesIn(2027, text));
    }

    @Test
    void every_name_in_a_text_is_found_wherever_it_stands() {
        enrolled("李四", "张三", "欧阳娜娜", "阿依古丽·买买提", "龘", "李四光", "𠮷田", "O'Neil", "王五");
        assertThat(namesIn("李四光和阿依古丽·买买提在问𠮷田龘")).containsExactlyInAnyOrder("李四", "李四光", "阿依古丽·买买提", "𠮷田", "龘");
        assertThat(namesIn("欧阳娜娜")).containsExactly("欧阳娜娜");
        assertThat(namesIn("我叫O'Neil")).containsExactly("O'Neil");
        assertThat(namesIn("欧阳娜")).isEmpty();
        assertThat(namesIn("三")).isEmpty();
        assertThat(namesIn("")).isEmpty();
        assertThat(namesIn("%_张三%")).containsExactly("张三");
    }

    @Test
    void another_seasons_names_are_none_of_ours() {
        enrolled("李四");
        List<String> names = read(t -> t.students().namesIn(2026, "李四"));
        assertThat(names).isEmpty();
    }

    /** As an earlier program did it, which counted all of them each time and left no mark. */
    private void confirmed(String receipt) {
        write(t -> t.confirmations()
                .append(new Confirmations.New(
                        2027, "文学院", receipt, receipt, 1, "无误", NOW, false, List.of(receipt), "salt", "shown")));
    }

    @Test
    void receipts_are_numbered_on_after_those_of_an_earlier_program() {
        confirmed("2027-00001-1");
        confirmed("2027-00002-1");
        assertThat(this.<Integer>write(t -> t.confirmations().nextSerial(2027))).isEqualTo(3);
        assertThat(this.<Integer>write(t -> t.confirmations().nextSerial(2027))).isEqualTo(4);
        assertThat(this.<Integer>write(t -> t.confirmations().nextSerial(2028))).isEqualTo(1);
    }
}
