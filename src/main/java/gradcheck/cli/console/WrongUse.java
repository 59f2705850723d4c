package gradcheck.cli.console;

import gradcheck.config.TerminalText;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrongly, in one sentence; picocli's own are in English and many lines long. */
public final class WrongUse {
    private WrongUse() {}

    /** What to type instead, in the words of the terminal. */
    public static String sentence(ParameterException e) {
        CommandLine line = e.getCommandLine();
        String command = line.getCommandSpec().qualifiedName(" ");
        if (e instanceof MissingParameterException missing) {
            String names = missing.getMissing().stream().map(WrongUse::name).collect(Collectors.joining("、"));
            return TerminalText.of("wrong.missing", names, command);
        }
        if (e instanceof UnmatchedArgumentException unmatched) {
            return TerminalText.of("wrong.unknown", String.join(" ", unmatched.getUnmatched()), command);
        }
        ArgSpec arg = e.getArgSpec();
        if (arg == null && !line.getSubcommands().isEmpty()) {
            return TerminalText.of(
                    "wrong.command", String.join("、", line.getSubcommands().keySet()), command);
        }
        return TerminalText.of("wrong.value", String.valueOf(e.getValue()), arg == null ? "" : name(arg), command);
    }

    private static String name(ArgSpec arg) {
        String said = arg.description().length > 0 ? arg.description()[0] : "";
        String name = arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
        return said.isEmpty() ? name : name + "（" + said + "）";
    }
}
