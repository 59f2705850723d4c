-- Whoever is reminded or listed is found in the roll alone: the rows of the students hold their sealed fields too, and are wide.
DROP INDEX student_roll;
CREATE INDEX student_roll ON student (
  season, college, class_name, number, web_photo, person, major, certificate_type, retaken, name);
