/**
 * The measurements behind the README's table, as programs: {@code scripts/bench}. Start reading at
 * {@link gradcheck.bench.Bench}.
 */
package gradcheck.bench;
