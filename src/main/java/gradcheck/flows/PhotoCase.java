package gradcheck.flows;

import gradcheck.verification.Contacts;
import gradcheck.verification.Student;

/** What the second check is about: one student and whom to ask. */
public record PhotoCase(Student student, Contacts contacts) {}
