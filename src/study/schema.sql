-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- The study file, version 3. docs/study-file.md tells the same for readers in R and Python.
--
-- A study is one SQLite file with application_id 0x54524941 ("TRIA") and user_version 3. It holds three kinds
-- of tables:
--
--   * what the study is and what was done to it: identity, recorded_schema, revision. Rows are added, never
--     changed (only Forget empties some columns of revision);
--   * texts: text. Rows are immutable; a source points to the version it shows;
--   * everything that people enter: the recorded tables. Each has a number `id` for this file and a random
--     `guid` (16 bytes) that is the same in all copies. They change only through an Edit, which keeps the
--     changes of its rows (old and new values) in revision.changes: undo, redo and history come from there.
--
-- Because recorded changes are applied backwards and forwards, recorded tables have no triggers, no generated
-- columns and no ON DELETE actions; foreign keys are checked at the end of a transaction; nothing but guid is
-- UNIQUE (two names that swap places could never be undone). That names are unique is checked by the verbs.
-- A later version may append tables and columns; whatever else it does is a barrier that undo does not cross.
--
-- Positions are Unicode code points from 0, spans are half-open, times are seconds since 1970 in UTC.

-- Which study this is. `copy` numbers the copies of a study that are coded apart; ids are
-- copy * 2^32 + counter, so that rows that were made in two copies never share a number. `next` is the next
-- counter; numbers are not used again, not even after undo.
CREATE TABLE identity (
    guid    BLOB NOT NULL,
    copy    INTEGER NOT NULL,
    next    INTEGER NOT NULL,
    created INTEGER NOT NULL,
    program TEXT NOT NULL
) STRICT;

-- The recorded tables and their columns as they were for a run of revisions (JSON: {"table": ["column", …]}).
CREATE TABLE recorded_schema (
    id     INTEGER PRIMARY KEY,
    tables TEXT NOT NULL
) STRICT;

-- The history. kind: edit, undo, redo, barrier (undo stops here), forget. `of` is the revision that was undone
-- or redone; `joins` the one that this continues (typing), so that undo takes both. verb and args say what was
-- done, in no language: `code`, {"source": …}. `changes` is an SQLite changeset.
CREATE TABLE revision (
    n       INTEGER PRIMARY KEY,
    guid    BLOB NOT NULL UNIQUE,
    at      INTEGER NOT NULL,
    coder   BLOB,              -- the guid of the coder who did it, where one was named
    session BLOB NOT NULL,     -- one run of the program
    kind    TEXT NOT NULL,
    of      INTEGER,
    joins   INTEGER,
    schema  INTEGER NOT NULL REFERENCES recorded_schema (id),
    verb    TEXT NOT NULL,
    args    TEXT NOT NULL,
    changes BLOB
) STRICT;

-- The texts: UTF-8, LF line ends, no byte order mark. hash is BLAKE2b-256 of content, by which a text is known
-- again; length counts code points, words counts UAX #29 words.
CREATE TABLE text (
    id      INTEGER PRIMARY KEY,
    hash    BLOB NOT NULL,
    length  INTEGER NOT NULL,
    words   INTEGER NOT NULL,
    content TEXT NOT NULL
) STRICT;
CREATE INDEX text_by_hash ON text (hash);

-- Properties of the study: name, language, quotation_template.
CREATE TABLE setting (
    id    INTEGER PRIMARY KEY,
    guid  BLOB NOT NULL UNIQUE,
    name  TEXT NOT NULL,
    value TEXT NOT NULL
) STRICT;

-- What participants are: youth, parent, JIM, … `place` orders them.
CREATE TABLE role (
    id     INTEGER PRIMARY KEY,
    guid   BLOB NOT NULL UNIQUE,
    name   TEXT NOT NULL,
    colour TEXT NOT NULL DEFAULT '',
    place  INTEGER NOT NULL
) STRICT;

-- The participants around one young person.
CREATE TABLE triad (
    id   INTEGER PRIMARY KEY,
    guid BLOB NOT NULL UNIQUE,
    name TEXT NOT NULL
) STRICT;

CREATE TABLE participant (
    id    INTEGER PRIMARY KEY,
    guid  BLOB NOT NULL UNIQUE,
    name  TEXT NOT NULL,
    role  INTEGER REFERENCES role (id) DEFERRABLE INITIALLY DEFERRED,
    triad INTEGER REFERENCES triad (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;

-- What is known of participants beside role and triad. type: text, number, boolean, date.
CREATE TABLE attribute (
    id    INTEGER PRIMARY KEY,
    guid  BLOB NOT NULL UNIQUE,
    name  TEXT NOT NULL,
    type  TEXT NOT NULL,
    place INTEGER NOT NULL
) STRICT;

-- Values in one canonical form: numbers with a point, dates as YYYY-MM-DD, true and false.
CREATE TABLE attribute_value (
    id          INTEGER PRIMARY KEY,
    guid        BLOB NOT NULL UNIQUE,
    participant INTEGER NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED,
    attribute   INTEGER NOT NULL REFERENCES attribute (id) DEFERRABLE INITIALLY DEFERRED,
    value       TEXT NOT NULL
) STRICT;
CREATE INDEX attribute_value_by_participant ON attribute_value (participant);

-- The transcripts. turns and anchors belong to one version of the text as a whole, so they are lists in a
-- column: a study of 500 interviews has 150 000 turns that are read together, and a row each would make every
-- import and every count several times slower. Both are JSON that json_each() reads:
--   turns    [begin, body, end, speaker, begin, body, end, speaker, …]   four numbers a turn
--   anchors  [position, kind, value, …]   kind 0 time in milliseconds, 1 page, 2 line
CREATE TABLE source (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE,
    name     TEXT NOT NULL,
    kind     TEXT NOT NULL,     -- transcript
    origin   TEXT NOT NULL,     -- the file's name
    encoding TEXT NOT NULL,     -- as decoded, empty where the format says it itself
    text     INTEGER NOT NULL REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
    created  INTEGER NOT NULL,
    turns    TEXT NOT NULL,
    anchors  TEXT NOT NULL
) STRICT;
CREATE INDEX source_by_name ON source (name);

-- A label in one source, and what it is: unknown, participant, interviewer, other.
CREATE TABLE speaker (
    id     INTEGER PRIMARY KEY,
    guid   BLOB NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    label  TEXT NOT NULL,
    kind   TEXT NOT NULL
) STRICT;
CREATE INDEX speaker_by_source ON speaker (source);

-- Whom a label stands for; "X en Y" stands for two.
CREATE TABLE speaker_participant (
    id          INTEGER PRIMARY KEY,
    guid        BLOB NOT NULL UNIQUE,
    speaker     INTEGER NOT NULL REFERENCES speaker (id) DEFERRABLE INITIALLY DEFERRED,
    participant INTEGER NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX speaker_participant_by_speaker ON speaker_participant (speaker);
CREATE INDEX speaker_participant_by_participant ON speaker_participant (participant);

-- Who is interviewed in a source, whether or not a label says so.
CREATE TABLE source_participant (
    id          INTEGER PRIMARY KEY,
    guid        BLOB NOT NULL UNIQUE,
    source      INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    participant INTEGER NOT NULL REFERENCES participant (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX source_participant_by_source ON source_participant (source);
CREATE INDEX source_participant_by_participant ON source_participant (participant);

-- The codebook. A code without a parent is a dimension; place orders brothers; exclusive says that a
-- participant should have exactly one of the codes below.
CREATE TABLE code (
    id         INTEGER PRIMARY KEY,
    guid       BLOB NOT NULL UNIQUE,
    parent     INTEGER REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
    place      INTEGER NOT NULL,
    name       TEXT NOT NULL,
    colour     TEXT NOT NULL,
    codable    INTEGER NOT NULL,
    exclusive  INTEGER NOT NULL,
    definition TEXT NOT NULL,
    "when"     TEXT NOT NULL,
    when_not   TEXT NOT NULL,
    example    TEXT NOT NULL
) STRICT;

-- Who codes. supervisor: 1 where that person sees others' work in blind coding (since version 3).
CREATE TABLE coder (
    id         INTEGER PRIMARY KEY,
    guid       BLOB NOT NULL UNIQUE,
    name       TEXT NOT NULL,
    supervisor INTEGER NOT NULL DEFAULT 0
) STRICT;

-- A code on the characters [first, past) of a source; both NULL: on the source as a whole. layer 0 is the
-- settled layer, n the n-th round of its coder. text is the version of the text on which it was made. starred: 1
-- where somebody put a star on it, to find it again for a paper (since version 2).
CREATE TABLE coding (
    id      INTEGER PRIMARY KEY,
    guid    BLOB NOT NULL UNIQUE,
    source  INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    code    INTEGER NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
    first   INTEGER,
    past    INTEGER,
    coder   INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    layer   INTEGER NOT NULL,
    text    INTEGER NOT NULL REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
    created INTEGER NOT NULL,
    starred INTEGER NOT NULL DEFAULT 0,
    CHECK ((first IS NULL) = (past IS NULL) AND (first IS NULL OR (0 <= first AND first < past)))
) STRICT;
-- Holds all that counting reads, in the order in which it reads.
CREATE INDEX coding_to_count ON coding (source, code, first, past, coder, layer, starred);
CREATE INDEX coding_by_code ON coding (code);

-- How far a coder is with a source: to-do, coding, coded. No coder: the settled layer. round: the layer in which
-- that coder codes the source now (since version 3).
CREATE TABLE mark (
    id     INTEGER PRIMARY KEY,
    guid   BLOB NOT NULL UNIQUE,
    source INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    coder  INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    mark   TEXT NOT NULL,
    round  INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX mark_by_source ON mark (source);

-- Free text on anything. about: study, source, participant, code, coding; target is that row's id (0: the
-- study). first and past: a passage of a source. author: the name that an imported remark carried.
CREATE TABLE memo (
    id      INTEGER PRIMARY KEY,
    guid    BLOB NOT NULL UNIQUE,
    about   TEXT NOT NULL,
    target  INTEGER NOT NULL,
    first   INTEGER,
    past    INTEGER,
    coder   INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    author  TEXT NOT NULL,
    content TEXT NOT NULL,
    created INTEGER NOT NULL
) STRICT;
CREATE INDEX memo_by_target ON memo (target);

-- How one version of a source's text became the next: JSON [begin, end, length, …], the characters
-- [begin, end) of the old text became `length` characters, from left to right.
CREATE TABLE text_edit (
    id        INTEGER PRIMARY KEY,
    guid      BLOB NOT NULL UNIQUE,
    source    INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    from_text INTEGER NOT NULL REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
    to_text   INTEGER NOT NULL REFERENCES text (id) DEFERRABLE INITIALLY DEFERRED,
    edits     TEXT NOT NULL
) STRICT;
CREATE INDEX text_edit_by_source ON text_edit (source);

-- What was decided about a disagreement (since version 3): which code on which characters of a source was disputed
-- (both NULL: on the source as a whole), by whom it was decided, how and why. decision: accept (the codings of the
-- coder `accepted`), both, anew, drop, later (put off), and by rule united, intersection, agreed. codings: how many it
-- was about; where fewer of settlement_coding's are left, one was changed or removed, and the decision no longer holds.
CREATE TABLE settlement (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE,
    source   INTEGER NOT NULL REFERENCES source (id) DEFERRABLE INITIALLY DEFERRED,
    code     INTEGER NOT NULL REFERENCES code (id) DEFERRABLE INITIALLY DEFERRED,
    first    INTEGER,
    past     INTEGER,
    coder    INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    decision TEXT NOT NULL,
    accepted INTEGER REFERENCES coder (id) DEFERRABLE INITIALLY DEFERRED,
    codings  INTEGER NOT NULL,
    reason   TEXT NOT NULL,
    created  INTEGER NOT NULL,
    CHECK ((first IS NULL) = (past IS NULL) AND (first IS NULL OR (0 <= first AND first < past)))
) STRICT;
CREATE INDEX settlement_by_source ON settlement (source);

-- Which codings a settlement is about: the coders' own that it settles (result 0) and those of the settled layer that
-- came of it (result 1).
CREATE TABLE settlement_coding (
    id         INTEGER PRIMARY KEY,
    guid       BLOB NOT NULL UNIQUE,
    settlement INTEGER NOT NULL REFERENCES settlement (id) DEFERRABLE INITIALLY DEFERRED,
    coding     INTEGER NOT NULL REFERENCES coding (id) DEFERRABLE INITIALLY DEFERRED,
    result     INTEGER NOT NULL
) STRICT;
CREATE INDEX settlement_coding_by_settlement ON settlement_coding (settlement);
CREATE INDEX settlement_coding_by_coding ON settlement_coding (coding);

-- What other copies of the study said, and what the history said before it was forgotten, about when rows were changed
-- (since version 3). Of two changes of the same thing merging lets the later one stand, and what was deleted does not
-- come back from an older copy. what: a column, or a group of columns that change together; "gone": the row was
-- deleted; "back": it was put back; "same": it is the row whose guid `said` holds; "was": it is not here, and `said`
-- holds what it was in other copies, for one that needs it (Forget clears that). at and step order changes: the later
-- time, then the later step. said, of a column: what was written where the study shows something else, because two
-- rows would have had the same name or codes would have stood below each other (JSON).
CREATE TABLE known_change (
    id       INTEGER PRIMARY KEY,
    guid     BLOB NOT NULL UNIQUE,
    "row"    BLOB NOT NULL,
    what     TEXT NOT NULL,
    at       INTEGER NOT NULL,
    step     INTEGER NOT NULL,
    revision BLOB NOT NULL,
    said     TEXT
) STRICT;

-- The history of other copies that were merged into this one (since version 3): what was done there, when, by whom, and
-- in which file. guid is that of the revision there.
CREATE TABLE merged_revision (
    id    INTEGER PRIMARY KEY,
    guid  BLOB NOT NULL UNIQUE,
    at    INTEGER NOT NULL,
    coder BLOB,
    verb  TEXT NOT NULL,
    place TEXT NOT NULL
) STRICT;

-- Only in a package, the copy that a second coder works in: one row that says for whom it was made and when, whether
-- the codebook is to stay as it is, and what texts and codebook were then (BLAKE2b-256; since version 3).
CREATE TABLE package (
    coder       BLOB NOT NULL,
    made        INTEGER NOT NULL,
    frozen      INTEGER NOT NULL,
    fingerprint BLOB NOT NULL
) STRICT;
