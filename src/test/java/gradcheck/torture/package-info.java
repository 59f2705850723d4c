/**
 * What must survive: power cuts and kills, as programs ({@code scripts/torture}) and in a short form as tests. Start
 * reading at {@link gradcheck.torture.PowerCut}.
 */
package gradcheck.torture;
