package gradcheck.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.Optional;

/** Reads the platform's answers: only an errcode 0 that is a number says that something was done (page 90313). */
final class ApiAnswer {
    private static final String ERRCODE = "errcode";

    private ApiAnswer() {}

    /**
     * The answer of a call that was done.
     *
     * @throws ApiException with the platform's errcode, if it was not
     * @throws Unreadable if it is no answer of the platform's: a proxy's page, an object without an errcode
     */
    static JsonObject done(int status, String body) throws ApiException {
        JsonObject answer = object(body);
        int code = errcode(answer);
        if (code != 0) {
            throw new ApiException(code, text(answer, "errmsg").orElse(""));
        }
        if (status / 100 != 2) {
            throw new Unreadable("done, with status " + status);
        }
        return answer;
    }

    private static JsonObject object(String body) {
        try {
            return JsonParser.parseString(body).getAsJsonObject();
        } catch (JsonParseException | IllegalStateException e) {
            throw new Unreadable(body.isBlank() ? "empty answer" : "no JSON");
        }
    }

    private static int errcode(JsonObject answer) {
        JsonElement code = answer.get(ERRCODE);
        if (code == null
                || !code.isJsonPrimitive()
                || !code.getAsJsonPrimitive().isNumber()) {
            throw new Unreadable("no errcode");
        }
        try {
            return code.getAsBigDecimal().intValueExact();
        } catch (ArithmeticException | NumberFormatException e) {
            throw new Unreadable("no errcode");
        }
    }

    /** A text, or a number as one; empty where there is none, or something else. */
    static Optional<String> text(JsonObject answer, String name) {
        return Optional.ofNullable(answer.get(name))
                .filter(JsonElement::isJsonPrimitive)
                .map(JsonElement::getAsString)
                .filter(text -> !text.isBlank());
    }
}
