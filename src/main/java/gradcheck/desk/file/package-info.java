/**
 * Files at the desk: pages that take one in, and what is sent into the chat.
 *
 * <p>Start reading at {@link gradcheck.desk.file.Pages}.
 */
@NullMarked
package gradcheck.desk.file;

import org.jspecify.annotations.NullMarked;
