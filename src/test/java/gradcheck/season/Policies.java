package gradcheck.season;

import gradcheck.domain.QuietHours;
import gradcheck.reminders.Policy;
import gradcheck.reminders.Rule;
import java.util.List;

/** Policies that differ from another in one point. */
final class Policies {
    private Policies() {}

    static Policy withBudget(Policy p, int budget) {
        return new Policy(
                p.rules(),
                p.caps(),
                p.quiet(),
                p.from(),
                p.to(),
                p.peopleAMinute(),
                budget,
                p.digestAt(),
                p.calendar());
    }

    static Policy withCaps(Policy p, Policy.Caps caps) {
        return new Policy(
                p.rules(),
                caps,
                p.quiet(),
                p.from(),
                p.to(),
                p.peopleAMinute(),
                p.dailyBudget(),
                p.digestAt(),
                p.calendar());
    }

    static Policy withQuiet(Policy p, QuietHours quiet) {
        return new Policy(
                p.rules(),
                p.caps(),
                quiet,
                p.from(),
                p.to(),
                p.peopleAMinute(),
                p.dailyBudget(),
                p.digestAt(),
                p.calendar());
    }

    static Policy withRules(Policy p, List<Rule> rules) {
        return new Policy(
                rules,
                p.caps(),
                p.quiet(),
                p.from(),
                p.to(),
                p.peopleAMinute(),
                p.dailyBudget(),
                p.digestAt(),
                p.calendar());
    }

    static Policy withCalendar(Policy p, gradcheck.reminders.Calendar calendar) {
        return new Policy(
                p.rules(),
                p.caps(),
                p.quiet(),
                p.from(),
                p.to(),
                p.peopleAMinute(),
                p.dailyBudget(),
                p.digestAt(),
                calendar);
    }
}
