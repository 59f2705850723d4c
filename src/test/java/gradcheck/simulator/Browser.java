package gradcheck.simulator;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.logging.Level;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.Keys;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The distribution's Chromium with the chat page in it; nothing is downloaded. */
final class Browser implements AutoCloseable {
    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
    private static final Path DRIVER = Path.of("/usr/bin/chromedriver");
    private static final Duration PATIENCE = Duration.ofSeconds(45);

    private final ChromeDriver driver;
    private final String address;

    Browser(String address, Path profile, int width, int height) {
        this.address = address;
        ChromeOptions options = new ChromeOptions();
        options.setBinary(CHROMIUM.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--disable-dev-shm-usage",
                "--user-data-dir=" + profile,
                "--window-size=" + width + "," + height);
        File chromedriver = DRIVER.toFile();
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver)
                .usingAnyFreePort()
                .withSilent(true)
                .build();
        driver = new ChromeDriver(service, options);
        resize(width, height);
    }

    static boolean isThere() {
        return Files.isExecutable(CHROMIUM) && Files.isExecutable(DRIVER);
    }

    /** Headless windows have a least width; the page itself is held to the size. */
    void resize(int width, int height) {
        driver.manage().window().setSize(new Dimension(Math.max(width, 500), height));
        driver.executeCdpCommand(
                "Emulation.setDeviceMetricsOverride",
                Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 600));
    }

    void open(String userid) {
        driver.get("about:blank");
        driver.get(address + (userid.isEmpty() ? "" : "#" + userid));
        until("body.loaded");
    }

    /** Somebody else's chat, without loading the page anew. */
    void look(String userid) {
        js("location.hash = arguments[0]", userid);
        until("[id='p-" + userid + "'][aria-selected=true]");
    }

    void say(String text) {
        WebElement field = one("#text");
        field.sendKeys(text, Keys.ENTER);
    }

    /** Says it, and waits until what the bot says from then on holds {@code expected}; cards of before may come late. */
    void say(String text, String expected) {
        Object before = js("return document.querySelectorAll('#chat .row.bot').length");
        say(text);
        await("the chat now says " + expected, () -> js(
                        "return [...document.querySelectorAll('#chat .row.bot')].slice(arguments[0]).map(n => n.innerText).join('\\n')",
                        before)
                .toString()
                .contains(expected));
    }

    void untilChat(String expected) {
        await(
                "the chat says " + expected,
                () ->
                        js("return [...document.querySelectorAll('#chat .row.bot')].slice(-3).map(n => n.innerText).join('\\n')")
                                .toString()
                                .contains(expected));
    }

    void click(String css) {
        await("a click on " + css, () -> {
            one(css).click();
            return true;
        });
    }

    void clickText(String css, String text) {
        await("a click on " + text, () -> {
            List<WebElement> found = driver.findElements(By.cssSelector(css)).stream()
                    .filter(e -> e.isDisplayed() && e.getText().contains(text))
                    .toList();
            found.get(found.size() - 1).click();
            return true;
        });
    }

    WebElement one(String css) {
        return driver.findElement(By.cssSelector(css));
    }

    String text(String css) {
        return one(css).getText();
    }

    /** To whatever has the focus. */
    void keys(CharSequence... keys) {
        driver.switchTo().activeElement().sendKeys(keys);
    }

    void untilFocus(String id) {
        await("the focus on " + id, () -> js("return document.activeElement.id").equals(id));
    }

    void untilEnabled(String css) {
        await(css + " is enabled", () -> one(css).isEnabled());
    }

    void untilGone(String css) {
        await(css + " is gone", () -> !one(css).isDisplayed());
    }

    void until(String css) {
        await(css, () -> one(css).isDisplayed());
    }

    void untilText(String css, String expected) {
        await(css + " says " + expected, () -> text(css).contains(expected));
    }

    Object js(String script, Object... arguments) {
        Object result = driver.executeScript(script, arguments);
        return result == null ? "" : result;
    }

    Object jsLater(String script) {
        driver.manage().timeouts().scriptTimeout(PATIENCE);
        return driver.executeAsyncScript(script);
    }

    List<String> complaints() {
        return driver.manage().logs().get("browser").getAll().stream()
                .filter(e -> e.getLevel().intValue() >= Level.SEVERE.intValue())
                .map(e -> e.getMessage())
                .toList();
    }

    void screenshot(Path file) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
    }

    private void await(String what, BooleanSupplier claim) {
        new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
                .ignoring(StaleElementReferenceException.class)
                .ignoring(org.openqa.selenium.WebDriverException.class)
                .ignoring(IndexOutOfBoundsException.class)
                .withMessage(() -> what + "\n" + js("return document.querySelector('#chat').innerText"))
                .until(d -> claim.getAsBoolean());
    }

    @Override
    public void close() {
        driver.quit();
    }
}
