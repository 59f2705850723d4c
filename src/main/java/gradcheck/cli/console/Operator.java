package gradcheck.cli.console;

import gradcheck.app.AppContext;
import gradcheck.app.Failure;
import gradcheck.message.PersonId;
import gradcheck.store.Store;
import gradcheck.store.record.Audit;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * Who acts at the command line: whom {@code --as} names, else the login. In the audit it is {@code terminal:NAME}, which
 * no account of WeCom can be, for a userid has no colon (page 90195).
 */
public final class Operator {
    private static final String PREFIX = AppContext.TERMINAL.value() + ":";
    private static final int LONGEST = PersonId.LONGEST - PREFIX.length();

    @Option(names = "--as", paramLabel = "NAME", descriptionKey = "gradcheck.as")
    private @Nullable String name;

    /**
     * In the audit.
     *
     * @throws Failure where a name was given that is none
     */
    public PersonId person() throws Failure {
        String given = name;
        if (given == null) {
            return of(login());
        }
        if (!isName(given.strip())) {
            throw Failure.wrongUse("as.what", LONGEST);
        }
        return of(given.strip());
    }

    /**
     * An act of theirs, for the audit.
     *
     * @param target a 学号, a college, or what else it was done to; may be empty
     */
    public Audit.Entry did(AppContext ready, String act, String target) throws Failure {
        return ready.audited(person(), Clock.systemUTC(), act, target);
    }

    /** Writes the act down by itself, where what was done wrote nothing to the database. */
    public void note(AppContext ready, String act, String target) throws Failure {
        Audit.Entry entry = did(ready, act, target);
        Store store = ready.store();
        store.write(tables -> {
                    tables.audit().add(entry);
                    return entry;
                })
                .join();
    }

    private static PersonId of(String name) {
        return isName(name) ? new PersonId(PREFIX + name) : AppContext.TERMINAL;
    }

    /** Whoever became root for the command is still who they are. */
    private static String login() {
        return Optional.ofNullable(System.getenv("SUDO_USER"))
                .filter(Operator::isName)
                .orElseGet(() -> System.getProperty("user.name", ""));
    }

    private static boolean isName(String name) {
        return !name.isBlank()
                && name.length() <= LONGEST
                && name.chars().noneMatch(c -> Character.isISOControl(c) || c == ':');
    }
}
