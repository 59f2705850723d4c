package gradcheck.app;

import gradcheck.desk.AccountPhrases;
import gradcheck.desk.DeskPhrases;
import gradcheck.desk.PagePhrases;
import gradcheck.flows.BindingPhrases;
import gradcheck.flows.PhotoPhrases;
import gradcheck.flows.RecordPhrases;
import gradcheck.message.Phrase;
import gradcheck.reminders.DigestPhrases;
import gradcheck.reminders.ExplainPhrases;
import gradcheck.reminders.PlanPhrases;
import gradcheck.reminders.ReminderPhrases;
import gradcheck.roster.ImportPhrases;
import gradcheck.roster.RosterPhrases;
import gradcheck.turn.AskedPhrases;
import gradcheck.turn.CardPhrases;
import gradcheck.turn.DiscretionPhrases;
import gradcheck.turn.GreetingPhrases;
import gradcheck.turn.OwnDataPhrases;
import gradcheck.turn.PhotoLinePhrases;
import gradcheck.turn.TurnPhrases;
import gradcheck.domain.ValuePhrases;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;

/** Every phrase the program can say, gathered from its holders: what the copy file is checked against. */
final class Phrases {
    static final List<Class<?>> HOLDERS = List.of(
            RecordPhrases.class,
            PhotoPhrases.class,
            TurnPhrases.class,
            AskedPhrases.class,
            GreetingPhrases.class,
            CardPhrases.class,
            DiscretionPhrases.class,
            OwnDataPhrases.class,
            BindingPhrases.class,
            PhotoLinePhrases.class,
            ValuePhrases.class,
            DeskPhrases.class,
            AccountPhrases.class,
            PagePhrases.class,
            RosterPhrases.class,
            ImportPhrases.class,
            ReminderPhrases.class,
            DigestPhrases.class,
            ExplainPhrases.class,
            PlanPhrases.class);

    private Phrases() {}

    static List<Phrase> all() {
        List<Phrase> phrases = new ArrayList<>();
        for (Class<?> holder : HOLDERS) {
            for (Field field : holder.getFields()) {
                try {
                    phrases.add((Phrase) field.get(null));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("a phrase must be public: " + field, e);
                }
            }
        }
        return phrases;
    }
}
