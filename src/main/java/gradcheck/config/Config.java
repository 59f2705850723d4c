package gradcheck.config;

import gradcheck.desk.ask.DeskLexicon;
import gradcheck.domain.Duty;
import gradcheck.domain.Fields;
import gradcheck.domain.Season;
import gradcheck.intent.IntentRecognizer;
import gradcheck.language.Words;
import gradcheck.reminders.Policy;
import gradcheck.turn.MessageService;
import gradcheck.wecom.Menu;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** The config folder, read whole; all its faults are reported together, each with its file and line. */
public final class Config {
    private static final Set<String> MAIN_KEYS = keys(
            "school",
            "season",
            "zone",
            "registration_system",
            "record_window",
            "record_closes",
            "photo_deadline",
            "office",
            "chsi",
            "help_line",
            "duty",
            "page_login",
            "retention");
    private static final Set<String> WINDOW_KEYS = keys("opens", "closes");
    private static final Set<String> OFFICE_KEYS = keys("name", "phone", "phones", "mail");
    private static final Set<String> RETENTION_KEYS = keys("chat_days", "season_until");
    private static final Set<String> CHSI_KEYS = keys("phone", "mail", "account");
    /** Stands in a date for the year of graduation. */
    private static final String YEAR = "{year}";

    private static final String UNDERSTOOD = "faq.yml、lexicon.yml、sayings.txt";
    private static final String COLLEGES = "colleges.yml";
    /** Beside the made-up season: its people's contacts, which must never be told to a real student. */
    private static final String SAMPLE_COLLEGES = "sample/colleges.yml";

    private final Path folder;
    private final Environment environment;
    private final String collegesFile;
    private final List<String> faults = new ArrayList<>();

    private Config(Path folder, Environment environment, String collegesFile) {
        this.folder = folder;
        this.environment = environment;
        this.collegesFile = collegesFile;
    }

    /** What the files say. */
    public record Settings(
            Season season,
            Policy reminders,
            IntentRecognizer intents,
            Words words,
            DeskLexicon lexicon,
            Menu menu,
            Path folder,
            Web web) {
        /** The same settings for another year of graduation. */
        public Settings in(int year) {
            return new Settings(season.in(year), reminders, intents, words, lexicon, menu, folder, web);
        }
    }

    /**
     * One-time pages.
     *
     * @param publicUrl where people's phones find them; empty: there are none
     * @param login whether WeCom must say who opens one; else whoever opens the link first
     */
    public record Web(Optional<String> publicUrl, boolean login) {}

    /**
     * Reads the folder that {@code GRADCHECK_CONFIG} names.
     *
     * @throws Faults if anything in it is missing or wrong
     */
    public static Settings read(Environment environment) throws ConfigFaults {
        return read(environment, COLLEGES);
    }

    /** The same for the made-up season that comes with the program, with the contacts of its colleges. */
    public static Settings readWithSample(Environment environment) throws ConfigFaults {
        return read(environment, SAMPLE_COLLEGES);
    }

    /** Where the files are. */
    public static Path folder(Environment environment) {
        return Path.of(environment.get("GRADCHECK_CONFIG").orElse("config"));
    }

    private static Settings read(Environment environment, String collegesFile) throws ConfigFaults {
        Path folder = folder(environment);
        if (!Files.isDirectory(folder)) {
            throw new ConfigFaults(List.of(TerminalText.of("config.no.folder", folder.toAbsolutePath())));
        }
        Config config = new Config(folder, environment, collegesFile);
        // The largest of the files are read beside the others.
        Config beside = new Config(folder, environment, collegesFile);
        CompletableFuture<Optional<IntentRecognizer>> wait = CompletableFuture.supplyAsync(beside::intents);
        Optional<Season> season = config.season();
        Optional<Policy> reminders = RemindersConfig.read(folder, config.faults);
        Menu menu = new MenuConfig(config.file("menu.yml")).read(MessageService::knows);
        Optional<IntentRecognizer> intents = wait.join();
        config.faults.addAll(beside.faults);
        DeskLexicon lexicon = new DeskConfig(config.file("desk.yml")).read(config.faults);
        Words words = new WordsConfig(config.file(WordsConfig.FILE)).read();
        if (!config.faults.isEmpty() || season.isEmpty() || reminders.isEmpty() || intents.isEmpty()) {
            config.faults.addAll(config.sentences());
            config.faults.addAll(ConfigUpgrade.cure(folder));
            throw new ConfigFaults(config.faults);
        }
        Optional<String> publicUrl = environment.get("GRADCHECK_PUBLIC_URL").map(url -> url.replaceFirst("/+$", ""));
        Web web = new Web(
                publicUrl, !config.file("gradcheck.yml").text("/page_login").equals("link"));
        return new Settings(season.get(), reminders.get(), intents.get(), words, lexicon, menu, folder, web);
    }

    /** The sentences are read later; where something is wrong anyway, what is wrong with them is told along. */
    private List<String> sentences() {
        try {
            return CopyConfig.faults(folder);
        } catch (IOException e) {
            return List.of(TerminalText.of("config.no.text", folder.resolve(CopyConfig.FILE)));
        }
    }

    private YamlFile file(String name) {
        return new YamlFile(folder.resolve(name), faults);
    }

    private Optional<Season> season() {
        YamlFile main = file("gradcheck.yml");
        main.allowOnly("", MAIN_KEYS);
        Fields fields = new FieldsConfig(file("fields.yml")).read();
        Map<String, Season.College> colleges = new CollegesConfig(file(collegesFile)).read();
        Season.Office office = office(main);
        Season.Chsi chsi = chsi(main);
        Optional<Integer> year = overridden(main, "season", "GRADCHECK_SEASON", Config::year);
        Optional<ZoneId> zone = overridden(main, "zone", "GRADCHECK_ZONE", ZoneId::of);
        Optional<LocalDate> deadline = date(main, "/photo_deadline", year);
        Window window = window(main, year);
        boolean isRequired = isRegistrationRequired(main);
        Optional<Duty> duty = DutyConfig.read(main, "/duty");
        String login = main.text("/page_login");
        if (!login.isEmpty() && !login.equals("wecom") && !login.equals("link")) {
            main.fault("/page_login", "config.value", "page_login", login, "wecom、link");
        }
        Optional<Season.Retention> retention = retention(main, year);
        boolean isWhole = deadline.isPresent() && year.isPresent() && zone.isPresent() && retention.isPresent();
        if (main.needed("/photo_deadline").isEmpty() || !isWhole) {
            return Optional.empty();
        }
        return Optional.of(new Season(
                year.get(),
                fields,
                office,
                chsi,
                main.needed("/help_line"),
                duty,
                isRequired,
                window.opens(),
                window.closes(),
                deadline.get(),
                colleges,
                retention.get(),
                zone.get()));
    }

    private Optional<Season.Retention> retention(YamlFile main, Optional<Integer> year) {
        main.allowOnly("/retention", RETENTION_KEYS);
        Optional<LocalDate> until = date(main, "/retention/season_until", year);
        String days = main.needed("/retention/chat_days");
        try {
            return days.isEmpty() ? Optional.empty() : Optional.of(new Season.Retention(days(days), until));
        } catch (NumberFormatException e) {
            main.fault("/retention/chat_days", "config.days", "retention.chat_days", days);
            return Optional.empty();
        }
    }

    /** At least one: a message that is delivered again gets the answer that is kept. */
    private static int days(String text) {
        int days = Integer.parseInt(text);
        if (days < 1) {
            throw new NumberFormatException(text);
        }
        return days;
    }

    private record Window(Optional<LocalDate> opens, Optional<LocalDate> closes) {}

    /** {@code record_closes} is the older name of {@code record_window.closes}. */
    private static Window window(YamlFile main, Optional<Integer> year) {
        main.allowOnly("/record_window", WINDOW_KEYS);
        if (!main.text("/record_closes").isEmpty()
                && !main.text("/record_window/closes").isEmpty()) {
            main.fault("/record_closes", "config.twice", "record_closes", "record_window.closes");
        }
        Optional<LocalDate> opens = date(main, "/record_window/opens", year);
        Optional<LocalDate> closes =
                date(main, "/record_window/closes", year).or(() -> date(main, "/record_closes", year));
        if (opens.flatMap(o -> closes.filter(c -> c.isBefore(o))).isPresent()) {
            main.fault("/record_window", "config.window");
        }
        return new Window(opens, closes);
    }

    private static boolean isRegistrationRequired(YamlFile main) {
        String how = main.needed("/registration_system");
        if (!how.isEmpty() && !how.equals("required") && !how.equals("replaced")) {
            main.fault("/registration_system", "config.value", "registration_system", how, "replaced、required");
        }
        return how.equals("required");
    }

    /** A setting that an environment variable wins over. */
    private <T> Optional<T> overridden(YamlFile main, String name, String variable, Function<String, T> parser) {
        Optional<String> given = environment.get(variable);
        String text = given.orElseGet(() -> main.needed("/" + name));
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(parser.apply(text));
        } catch (DateTimeException | NumberFormatException e) {
            if (given.isPresent()) {
                faults.add(TerminalText.of("config.variable", variable, text));
            } else {
                main.fault("/" + name, "config.unreadable", name, text);
            }
            return Optional.empty();
        }
    }

    private static Integer year(String text) {
        if (!text.matches("20\\d\\d")) {
            throw new NumberFormatException(text);
        }
        return Integer.valueOf(text);
    }

    private static Optional<LocalDate> date(YamlFile main, String place, Optional<Integer> year) {
        String text = main.text(place).replace(YEAR, year.map(String::valueOf).orElse(YEAR));
        try {
            return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            main.fault(place, "config.date", place.substring(1).replace('/', '.'), main.text(place));
            return Optional.empty();
        }
    }

    private static Season.Office office(YamlFile main) {
        main.allowOnly("/office", OFFICE_KEYS);
        String mail = main.needed("/office/mail");
        main.checkMail("/office/mail");
        return new Season.Office(
                main.needed("/office/name"), main.needed("/office/phone"), main.needed("/office/phones"), mail);
    }

    private static Season.Chsi chsi(YamlFile main) {
        main.allowOnly("/chsi", CHSI_KEYS);
        main.checkMail("/chsi/mail");
        return new Season.Chsi(main.needed("/chsi/phone"), main.needed("/chsi/mail"), main.needed("/chsi/account"));
    }

    private Optional<IntentRecognizer> intents() {
        try {
            IntentRecognizer intents = IntentRecognizer.read(folder, Optional.of(besideDatabase()));
            intents.faults().forEach(fault -> faults.add(TerminalText.of("config.words", UNDERSTOOD, fault)));
            return Optional.of(intents);
        } catch (IOException e) {
            faults.add(TerminalText.of("config.words", UNDERSTOOD, String.valueOf(e.getMessage())));
            return Optional.empty();
        }
    }

    /** Where what was learnt from an edited folder is kept for the next start. */
    private Path besideDatabase() {
        return Path.of(environment.database().replaceFirst("^jdbc:sqlite:", "") + ".model");
    }

    private static Set<String> keys(String... keys) {
        return new TreeSet<>(List.of(keys));
    }
}
