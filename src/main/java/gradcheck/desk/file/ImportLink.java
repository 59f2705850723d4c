package gradcheck.desk.file;

import gradcheck.desk.DeskContext;
import gradcheck.desk.DeskPhrases;
import gradcheck.message.Phrase.Say;
import gradcheck.store.desk.PageTokens;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** 导入: a link to a page of one's own; without a public address, what to do instead. */
public final class ImportLink {
    private static final int TOKEN_BYTES = 32;

    private ImportLink() {}

    public static List<Say> link(DeskContext visit, String argument) {
        boolean photos = argument.contains("照片");
        if (photos && !visit.asker().isOffice()) {
            visit.audit("导入", "照片", "refused: the office's");
            return List.of(DeskPhrases.IMPORT_OFFICE_ONLY.with(
                    "office", visit.season().office().name()));
        }
        Optional<String> address = visit.ground().entrance().publicUrl();
        if (address.isEmpty()) {
            return List.of(DeskPhrases.IMPORT_NO_PAGE.with(
                    "office", visit.season().office().name()));
        }
        byte[] secret = new byte[TOKEN_BYTES];
        visit.ground().entrance().random().nextBytes(secret);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        visit.tables()
                .pageTokens()
                .add(
                        new PageTokens.Row(
                                Pages.hash(token),
                                visit.asker().id(),
                                (photos ? ListImport.Kind.PHOTOS : ListImport.Kind.ROSTER).name(),
                                visit.now().plus(Pages.LIFE),
                                "",
                                PageTokens.State.NEW),
                        visit.now());
        visit.audit("导入", photos ? "照片" : "名单", "link");
        return List.of(DeskPhrases.IMPORT_LINK.with(
                "what",
                (photos ? DeskPhrases.IMPORT_PHOTOS : DeskPhrases.IMPORT_ROSTER).say(),
                "url",
                address.get() + "/p/" + token));
    }
}
