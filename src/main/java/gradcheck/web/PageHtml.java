package gradcheck.web;

import gradcheck.desk.file.Pages;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A page as plain HTML without a script: words, and at most one form. */
final class PageHtml {
    private static final String FRAME = resource("page.html");
    /** Filled in one go: a name that reads like one of these is not filled again. */
    private static final Pattern PART = Pattern.compile("\\{(title|text|form)}");

    private PageHtml() {}

    static String of(Pages.Shown shown, String key) {
        Map<String, String> parts =
                Map.of("title", escaped(shown.title()), "text", escaped(shown.text()), "form", form(shown, key));
        return PART.matcher(FRAME).replaceAll(part -> Matcher.quoteReplacement(parts.get(part.group(1))));
    }

    private static String form(Pages.Shown shown, String key) {
        String button = "<button>" + escaped(shown.button()) + "</button>";
        String hidden = "<input type=\"hidden\" name=\"key\" value=\"" + escaped(key) + "\">";
        return switch (shown.form()) {
            case NONE -> "";
            case OPEN -> "<form method=\"post\">" + step("open") + button + "</form>";
            case UPLOAD -> "<form method=\"post\" enctype=\"multipart/form-data\">" + step("upload") + hidden
                    + "<input type=\"file\" name=\"file\" accept=\".xlsx,.csv\" required>" + button + "</form>";
            case CONFIRM -> "<form method=\"post\">" + step("confirm") + hidden + button + "</form>";
        };
    }

    private static String step(String name) {
        return "<input type=\"hidden\" name=\"step\" value=\"" + name + "\">";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String resource(String name) {
        try (InputStream in = PageHtml.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its page " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
