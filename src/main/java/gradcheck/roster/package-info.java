/**
 * Files in and out: people, photo lists, staff, with a report of refused rows; exports and what proves them.
 *
 * <p>The only home of FastExcel and FastCSV. May use {@code message}, {@code domain} and {@code store}. Start
 * reading at {@link gradcheck.roster.read.RosterFile} for what comes in, at {@link gradcheck.roster.write.Exports} for what goes
 * out.
 */
@NullMarked
package gradcheck.roster;

import org.jspecify.annotations.NullMarked;
