/**
 * Inputs that nobody thought of: the targets stand beside what they attack, their corpus under {@code fuzz} in the test
 * resources. Here it is played and mutated by seeds; {@code scripts/fuzz} grows it by what it reaches in the code.
 */
package gradcheck.fuzz;
