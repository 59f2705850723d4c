package gradcheck.config;

import gradcheck.desk.DeskPhrases;
import gradcheck.desk.account.AccountPhrases;
import gradcheck.desk.file.PagePhrases;
import gradcheck.domain.value.ValuePhrases;
import gradcheck.flows.BindingPhrases;
import gradcheck.flows.HandoffPhrases;
import gradcheck.flows.photo.PhotoPhrases;
import gradcheck.flows.record.RecordPhrases;
import gradcheck.message.Choices;
import gradcheck.message.Phrase;
import gradcheck.reminders.ExplainPhrases;
import gradcheck.reminders.PlanPhrases;
import gradcheck.reminders.ReminderPhrases;
import gradcheck.reminders.digest.DigestPhrases;
import gradcheck.roster.read.ImportPhrases;
import gradcheck.roster.read.RosterPhrases;
import gradcheck.turn.AskedPhrases;
import gradcheck.turn.CardPhrases;
import gradcheck.turn.TurnPhrases;
import gradcheck.turn.onboarding.GreetingPhrases;
import gradcheck.turn.privacy.DiscretionPhrases;
import gradcheck.turn.privacy.OwnDataPhrases;
import gradcheck.turn.student.PhotoLinePhrases;
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
            HandoffPhrases.class,
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
                    Object held = field.get(null);
                    phrases.addAll(held instanceof Choices choices ? choices.labels() : List.of((Phrase) held));
                } catch (IllegalAccessException e) {
                    throw new IllegalStateException("a phrase must be public: " + field, e);
                }
            }
        }
        return phrases;
    }
}
