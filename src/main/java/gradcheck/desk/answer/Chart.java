package gradcheck.desk.answer;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javax.imageio.ImageIO;

/** A picture of how far each class or college is: one bar each, readable on a phone held upright. */
public final class Chart {
    private static final int WIDTH = 900;
    private static final int MARGIN = 40;
    private static final int ROW = 64;
    private static final int HEAD = 150;
    private static final int FOOT = 70;
    private static final int BAR = 30;
    private static final int NAMES = 270;
    private static final int NUMBERS = 190;
    private static final Color INK = new Color(0x22, 0x2B, 0x38);
    private static final Color FAINT = new Color(0x7A, 0x86, 0x96);
    private static final Color TRACK = new Color(0xE6, 0xEA, 0xF0);
    private static final Color FEW = new Color(0xE0, 0x6C, 0x4F);
    private static final Color SOME = new Color(0xE3, 0xA8, 0x3B);
    private static final Color MOST = new Color(0x3B, 0x9B, 0x6D);

    private final Graphics2D pen;

    private Chart(Graphics2D pen) {
        this.pen = pen;
    }

    /** A bar: its name, how many of how many. */
    public record Bar(String name, int done, int of) {
        double share() {
            return of == 0 ? 0 : (double) done / of;
        }
    }

    /** The words around the bars. */
    public record Caption(String title, String whole, String foot) {}

    /** The picture as PNG. */
    public static byte[] png(Caption caption, List<Bar> bars) {
        int height = HEAD + ROW * bars.size() + FOOT;
        BufferedImage image = new BufferedImage(WIDTH, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        pen.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, WIDTH, height);
        new Chart(pen).draw(caption, bars, height);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException("could not write a picture into memory", e);
        }
        return out.toByteArray();
    }

    private void draw(Caption caption, List<Bar> bars, int height) {
        text(caption.title(), Font.BOLD, 36, INK, MARGIN, 66);
        text(caption.whole(), Font.PLAIN, 26, FAINT, MARGIN, 112);
        for (int i = 0; i < bars.size(); i++) {
            bar(bars.get(i), HEAD + i * ROW);
        }
        text(caption.foot(), Font.PLAIN, 22, FAINT, MARGIN, height - 26);
    }

    private void bar(Bar bar, int top) {
        int left = MARGIN + NAMES;
        int width = WIDTH - left - NUMBERS - MARGIN;
        int base = top + BAR - 5;
        text(shortened(bar.name()), Font.PLAIN, 26, INK, MARGIN, base);
        pen.setStroke(new BasicStroke(1));
        pen.setColor(TRACK);
        pen.fillRoundRect(left, top, width, BAR, BAR, BAR);
        pen.setColor(bar.share() < 0.5 ? FEW : bar.share() < 0.9 ? SOME : MOST);
        int filled = (int) Math.round(width * bar.share());
        if (bar.done() > 0) {
            pen.fillRoundRect(left, top, Math.max(BAR, filled), BAR, BAR, BAR);
        }
        String rate = Math.round(100 * bar.share()) + "%";
        text(bar.done() + "/" + bar.of() + "  " + rate, Font.PLAIN, 26, INK, left + width + 16, base);
    }

    /** A name that would run into its bar ends in an ellipsis. */
    private String shortened(String name) {
        FontMetrics metrics = pen.getFontMetrics(Fonts.chinese(Font.PLAIN, 26));
        String shown = name;
        while (metrics.stringWidth(shown) > NAMES - 16 && shown.length() > 2) {
            shown = shown.substring(0, shown.length() - 2) + "…";
        }
        return shown;
    }

    private void text(String words, int style, int size, Color color, int x, int y) {
        pen.setFont(Fonts.chinese(style, size));
        pen.setColor(color);
        pen.drawString(words, x, y);
    }
}
