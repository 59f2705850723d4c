package gradcheck.cli.doctor;

import gradcheck.app.AppContext;
import gradcheck.store.Store;
import java.util.List;

/** Derives anew the rows of students' status that are not what the other tables say; in pieces, so that nobody waits. */
final class StatusRenewal {
    private static final int PIECE = 200;

    private StatusRenewal() {}

    /** How many rows were wrong. */
    static int of(AppContext ready) {
        Store store = ready.store();
        int season = ready.settings().season().year();
        List<String> wrong = store.read(tables -> tables.statusRows().wrong());
        for (int from = 0; from < wrong.size(); from += PIECE) {
            List<String> piece = wrong.subList(from, Math.min(wrong.size(), from + PIECE));
            store.write(tables -> {
                        tables.statusRows().rewrite(season, piece);
                        return true;
                    })
                    .join();
        }
        return wrong.size();
    }
}
