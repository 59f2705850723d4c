package gradcheck.torture;

import gradcheck.domain.chain.AuditCheck;
import gradcheck.domain.chain.AuditLine;
import gradcheck.domain.chain.Chain;
import gradcheck.message.PersonId;
import gradcheck.store.engine.References;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The bot's database seen from outside, by plain SQL: what it holds, and whether it is whole. */
final class Ledgers implements AutoCloseable {
    private final Connection connection;

    Ledgers(Path database) throws SQLException {
        this.connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    }

    /** What is wrong with the file, its references and the chains; empty: nothing. */
    List<String> faults() throws SQLException {
        List<String> faults = new ArrayList<>();
        String verdict = integrity();
        if (!verdict.equals("ok")) {
            return List.of("integrity_check: " + verdict);
        }
        rows("PRAGMA foreign_key_check").forEach(row -> faults.add("foreign_key_check: " + row));
        for (Map.Entry<String, String> reference : References.queries().entrySet()) {
            String orphans =
                    rows(reference.getValue()).get(0).values().iterator().next();
            if (!orphans.equals("0")) {
                faults.add("references: " + orphans + " of " + reference.getKey());
            }
        }
        faults.addAll(chains());
        faults.addAll(audit());
        return faults;
    }

    private String integrity() {
        try {
            return String.join(", ", rows("PRAGMA integrity_check").get(0).values());
        } catch (SQLException e) {
            return String.valueOf(e.getMessage());
        }
    }

    /** Every link must follow from the one before it, and none may be missing. */
    private List<String> chains() throws SQLException {
        List<String> faults = new ArrayList<>();
        Map<String, String> heads = new HashMap<>();
        Map<String, Integer> lengths = new HashMap<>();
        for (Map<String, String> row : rows("SELECT * FROM confirmation ORDER BY season, college, link")) {
            String chain = row.get("season") + " " + row.get("college");
            String before = heads.getOrDefault(chain, Chain.BEGINNING);
            String follows = Chain.link(before, row.get("content_hash"), row.get("commitment"));
            int place = lengths.merge(chain, 1, Integer::sum);
            if (!before.equals(row.get("previous_hash"))
                    || !follows.equals(row.get("hash"))
                    || !Integer.toString(place).equals(row.get("link"))) {
                faults.add("chain of " + chain + " broken at " + row.get("receipt"));
            }
            heads.put(chain, row.get("hash"));
        }
        return faults;
    }

    private List<String> audit() throws SQLException {
        AuditCheck check = new AuditCheck();
        for (Map<String, String> row : rows("SELECT * FROM audit ORDER BY link")) {
            check.take(new AuditLine(
                    Long.parseLong(row.get("link")),
                    Instant.ofEpochMilli(Long.parseLong(row.get("at"))),
                    new PersonId(row.get("actor")),
                    row.get("act"),
                    row.get("target"),
                    row.get("result"),
                    row.get("actor_proof"),
                    row.get("target_proof"),
                    row.get("hash")));
        }
        return check.fault().map(fault -> "audit " + fault).stream().toList();
    }

    List<Map<String, String>> rows(String query) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(query)) {
            while (result.next()) {
                Map<String, String> row = new LinkedHashMap<>();
                for (int i = 1; i <= result.getMetaData().getColumnCount(); i++) {
                    row.put(result.getMetaData().getColumnName(i), String.valueOf(result.getString(i)));
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** For a test that spoils it. */
    void change(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
