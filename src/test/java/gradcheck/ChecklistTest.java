package gradcheck;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The security checklist: each of its lines, and the tests that hold it. A test that is renamed or removed is missed here. */
class ChecklistTest {
    private static final int LINES = 25;

    /**
     * A line.
     *
     * @param tests as class#method; without a method the whole class
     * @param open what no test holds yet; empty: nothing
     */
    private record Line(int number, String item, String open, List<String> tests) {
        @Override
        public String toString() {
            return number + " " + item;
        }
    }

    private static final List<Line> CHECKLIST = List.of(
            line(
                    1,
                    "signature",
                    "",
                    "wecom.door.CodecTest#a_published_vector_is_verified_and_opened",
                    "wecom.door.CodecTest#it_agrees_with_the_platforms_other_codec",
                    "wecom.door.DoorTest#one_sign_of_the_signature_the_time_or_the_nonce_is_enough_to_be_turned_away",
                    "web.CallbackRouteTest#missing_or_doubled_parameters_and_bodies_without_envelope_are_bad_requests"),
            line(
                    2,
                    "receiver",
                    "",
                    "wecom.door.CodecTest#a_message_for_another_company_is_refused",
                    "web.CallbackRouteTest#a_wrong_signature_a_foreign_receiver_and_a_stale_message_are_forbidden_alike"),
            line(
                    3,
                    "replay",
                    "",
                    "app.BotTest#a_repeated_message_gets_the_same_answer_after_a_restart_and_much_later",
                    "app.BotTest#an_unknown_message_far_from_the_clock_is_stale_and_leaves_nothing"),
            line(
                    4,
                    "frame",
                    "",
                    "wecom.door.CodecTest#a_cut_anywhere_and_a_bit_flipped_in_the_receiver_or_the_padding_are_refused",
                    "fuzz.FuzzTest"),
            line(
                    5,
                    "entities and expansion",
                    "",
                    "wecom.door.DoorTest#xml_bombs_are_turned_away_at_once",
                    "web.CallbackRouteTest#what_cannot_be_parsed_is_a_bad_request"),
            line(
                    6,
                    "size of what comes in",
                    "",
                    "web.BadRequestsTest#ten_megabytes_with_their_length_said_are_turned_away",
                    "web.BadRequestsTest#ten_megabytes_in_chunks_without_a_length_are_turned_away",
                    "web.BadRequestsTest#a_body_that_comes_in_drops_is_given_up_and_others_are_served_meanwhile",
                    "web.BadRequestsTest#an_upload_to_no_page_is_not_even_read",
                    "app.OverlongTest"),
            line(
                    7,
                    "paths",
                    "",
                    "web.BadRequestsTest#other_paths_and_methods_lead_nowhere",
                    "app.InjectionTest#the_name_of_a_file_is_no_path"),
            line(
                    8,
                    "requests forged through the server",
                    "",
                    "wecom.WecomChannelTest#a_redirect_leads_nowhere",
                    "ChecklistTest#no_picture_that_comes_in_is_fetched_or_decoded"),
            line(9, "picture bombs", "", "ChecklistTest#no_picture_that_comes_in_is_fetched_or_decoded"),
            line(
                    10,
                    "formulas",
                    "",
                    "app.InjectionTest#in_files_a_name_is_a_text_that_nothing_runs",
                    "roster.write.ExportsTest",
                    "desk.FilesTest#a_long_list_comes_as_a_workbook_whose_cells_are_texts"),
            line(
                    11,
                    "zip bombs",
                    "",
                    "roster.HugeFilesTest#no_workbook_fills_the_memory",
                    "roster.read.RosterFileTest#a_zip_bomb_an_old_workbook_and_a_file_without_header_are_refused_whole"),
            line(
                    12,
                    "authorisation",
                    "",
                    "desk.MatrixTest#a_secretary_reaches_nobody_of_another_college_by_any_words",
                    "desk.MatrixTest#every_word_of_the_desk_is_tried",
                    "desk.StrangersTest",
                    "web.RoutesTest"),
            line(
                    13,
                    "binding by trying",
                    "",
                    "app.NewcomersTest#one_account_that_tries_a_thousand_numbers_gets_five_answers_that_tell_nothing",
                    "app.NewcomersTest#a_thousand_accounts_that_try_a_number_each_get_one_and_the_same_answer",
                    "app.NewcomersTest#many_accounts_that_try_for_one_student_make_the_student_rest_for_a_day"),
            line(14, "how fast one may write", "", "turn.RateLimitTest"),
            line(
                    15,
                    "secrets in logs",
                    "",
                    "app.DiscretionTest",
                    "app.AtRestTest#no_file_holds_a_number_a_phone_or_a_password",
                    "wecom.WecomChannelTest#no_secret_and_no_token_is_ever_logged",
                    "cli.doctor.DoctorTest#secrets_are_never_shown"),
            line(16, "forged log lines", "", "app.InjectionTest#what_is_logged_of_them_is_one_line_each"),
            line(
                    17,
                    "personal data",
                    "",
                    "app.AtRestTest",
                    "store.StoreTest#a_certificate_number_stands_nowhere_in_the_files",
                    "app.OwnDataTest"),
            line(
                    18,
                    "audit",
                    "the end of the chain is proven only by a head that was noted elsewhere",
                    "desk.AuditedTest",
                    "store.record.AuditTest",
                    "roster.write.ExportsTest#an_exported_audit_proves_itself_and_every_change_to_it_is_found",
                    "cli.PurgingTest#afterwards_nobody_is_found_in_any_file_and_the_chain_holds"),
            line(19, "exposure of metrics", "", "web.BadRequestsTest#other_paths_and_methods_lead_nowhere"),
            line(
                    20,
                    "check and write at once",
                    "",
                    "store.ReviewTest#the_first_answer_wins_and_the_second_changes_nothing"),
            line(21, "outbound TLS", "", "app.CertificateTest"),
            line(22, "the process's rights", "the image runs as a user without a shell; no test builds it"),
            line(23, "supply chain", "exact versions by the enforcer's rules in the build, which no test repeats"),
            line(
                    24,
                    "secrets and their change",
                    "",
                    "wecom.door.DoorTest#while_keys_are_being_changed_both_open_and_afterwards_the_old_ones_do_not",
                    "cli.doctor.DoctorTest#a_missing_setting_says_how_to_give_it"),
            line(
                    25,
                    "closed when it fails",
                    "",
                    "web.CallbackRouteTest#what_could_not_be_stored_is_asked_for_again",
                    "desk.StrangersTest#a_secretary_off_the_list_is_a_stranger_at_once",
                    "app.OverlongTest#an_error_in_one_turn_leaves_the_next_its_writer"));

    private static Line line(int number, String item, String open, String... tests) {
        return new Line(number, item, open, List.of(tests));
    }

    static Stream<Line> lines() {
        return CHECKLIST.stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("lines")
    void a_line_has_its_tests_or_says_what_is_open(Line line) throws Exception {
        assertThat(!line.tests().isEmpty() || !line.open().isEmpty()).isTrue();
        for (String test : line.tests()) {
            String[] parts = test.split("#", -1);
            Class<?> type = Class.forName("gradcheck." + parts[0]);
            List<String> methods = Arrays.stream(type.getDeclaredMethods())
                    .filter(m -> Arrays.stream(m.getAnnotations())
                            .anyMatch(a -> a.annotationType().getPackageName().startsWith("org.junit")))
                    .map(m -> m.getName())
                    .toList();
            assertThat(methods).as(test).isNotEmpty();
            if (parts.length > 1) {
                assertThat(methods).as(test).contains(parts[1]);
            }
        }
    }

    @Test
    void all_lines_are_there() {
        assertThat(CHECKLIST.stream().map(Line::number))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, LINES).boxed().toList());
    }

    /**
     * Pictures come as addresses and ids; none is opened, so none can blow up or lead to another address. Only the doctor, a
     * command, looks at addresses: those of the config.
     */
    @Test
    void no_picture_that_comes_in_is_fetched_or_decoded() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideOutsideOfPackages("gradcheck.app..", "gradcheck.cli..")
                .should()
                .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasName.Predicates.name("read"))
                        .and(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                                com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner(
                                        com.tngtech.archunit.core.domain.JavaClass.Predicates.type(
                                                javax.imageio.ImageIO.class)))))
                .orShould()
                .callMethod(java.net.URL.class, "openStream")
                .orShould()
                .callMethod(java.net.URL.class, "openConnection")
                .check(new ClassFileImporter()
                        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                        .importPackages("gradcheck"));
    }
}
