package gradcheck.simulator.page;

import gradcheck.simulator.platform.Platform;
import gradcheck.simulator.world.MediaStore;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The chat page's files, and the media that stand in a chat. */
public final class ChatPageRoutes {
    private static final Set<String> FILES = Set.of(
            "style.css", "app.js", "chat.js", "cards.js", "people.js", "inspect.js", "stage.js", "tour.js", "base.js");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "png", "image/png",
            "jpg", "image/jpeg",
            "jpeg", "image/jpeg");

    private final MediaStore media;

    public ChatPageRoutes(MediaStore media) {
        this.media = media;
    }

    public void accept(RoutesConfig routes) {
        routes.get("/", call -> file(call, "index.html"));
        FILES.forEach(file -> routes.get("/" + file, call -> file(call, file)));
        routes.get("/sim/media/{id}", this::medium);
    }

    private void medium(Context call) {
        Optional<MediaStore.Stored> found = media.find(call.pathParam("id"));
        if (found.isEmpty()) {
            call.status(404).result("no such medium");
        } else if (found.get().kind().equals("image")) {
            call.contentType(type(found.get().name())).result(found.get().content());
        } else {
            Platform.download(call, found.get());
        }
    }

    private static void file(Context call, String file) throws IOException {
        try (InputStream in = ChatPageRoutes.class.getResourceAsStream("/simulator/" + file)) {
            if (in == null) {
                throw new IOException("the program lacks its page " + file);
            }
            call.contentType(type(file)).result(in.readAllBytes());
        }
    }

    private static String type(String file) {
        String ending = file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(ending, "application/octet-stream");
    }
}
