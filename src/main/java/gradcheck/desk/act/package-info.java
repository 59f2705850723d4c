/**
 * What is done to students by words: finding who is meant, asking back, acting, taking back.
 *
 * <p>Start reading at {@link gradcheck.desk.act.PersonFinder}.
 */
@NullMarked
package gradcheck.desk.act;

import org.jspecify.annotations.NullMarked;
