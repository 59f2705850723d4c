package gradcheck.app;

import gradcheck.message.PersonId;
import gradcheck.store.Tables;
import gradcheck.turn.MessageService;
import gradcheck.wecom.door.Door;
import gradcheck.wecom.door.Rejected;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What would else be done while the first people wait: learning what people write, and turns of every kind that are taken
 * back, by which SQLite prepares its statements and Java its classes.
 */
public final class WarmUp {
    private static final Logger log = LoggerFactory.getLogger(WarmUp.class);
    /** Nobody's account: no userid begins with a hyphen (page 90195). */
    private static final PersonId NOBODY = new PersonId("-nobody");

    private static final List<String> STUDENT =
            List.of("进度", "开始核对", "已阅读", "民族改为回族", "无误", "我确认", "图像校对", "照片什么时候拍", "我的数据");
    private static final List<String> STAFF = List.of("进度", "未核对", "待审核", "帮助", "昨天交了几个");
    private static final List<String> STRANGER = List.of("你好", "照片什么时候拍");

    private final AppContext ready;
    private final MessageService turns;
    private final Door door;
    private CompletableFuture<Void> learning = CompletableFuture.completedFuture(null);

    public WarmUp(AppContext ready, MessageService turns, Door door) {
        this.ready = ready;
        this.turns = turns;
        this.door = door;
    }

    /** Begins to learn, beside the rest of the start. */
    public void begin() {
        learning = CompletableFuture.runAsync(ready.settings().intents()::learn);
    }

    /**
     * Returns when everything is learnt and prepared.
     *
     * @param loopback knocks at the door as the platform does
     */
    public void finish(Loopback loopback) {
        loopback.knock(NOBODY.value());
        ready.store().read(this::people).forEach(this::play);
        learning.join();
        // Learning takes more memory than all the rest of the day: it is given back.
        System.gc();
    }

    private record Part(PersonId person, List<String> words) {}

    private List<Part> people(Tables tables) {
        int season = ready.settings().season().year();
        Stream<Part> student = tables.students().anybody(season).stream().map(person -> new Part(person, STUDENT));
        Stream<Part> staff = tables.staff().all().stream().limit(1).map(member -> new Part(member.person(), STAFF));
        return Stream.of(student, staff, Stream.of(new Part(NOBODY, STRANGER)))
                .flatMap(part -> part)
                .toList();
    }

    private void play(Part part) {
        List<Door.Opened> messages = new ArrayList<>();
        try {
            for (String word : part.words()) {
                messages.add(door.toOurselves(part.person().value(), word));
            }
        } catch (Rejected e) {
            throw new IllegalStateException("our own message was turned away", e);
        }
        boolean isWhole =
                turns.rehearse(messages.stream().map(Door.Opened::incoming).toList(), text -> {
                    String unused = door.reply(messages.get(0), text);
                });
        log.debug("event=warmed_up words={} whole={}", part.words().size(), isWhole);
    }
}
