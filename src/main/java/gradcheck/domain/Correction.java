package gradcheck.domain;

import gradcheck.domain.value.Masks;

/**
 * One correction a student wants: a draft until the record is confirmed.
 *
 * @param before the value in the record, possibly empty
 * @param after the value it should have
 */
public record Correction(RecordField field, String before, String after) {

    /** The line of the 核对备注 (R09) as a chat may show it: {@code 字段：修改前→修改后}. */
    public String remark() {
        return field.label() + "：" + Masks.shown(field, before) + "→" + Masks.shown(field, after);
    }
}
