package gradcheck.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.cjk.CJKAnalyzer;
import org.apache.lucene.analysis.cn.smart.SmartChineseAnalyzer;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.util.QueryBuilder;
import org.junit.jupiter.api.Test;

/** Why the search cuts questions into meanings: on what people wrote it finds more than any analyser off the shelf. */
class AnalysersTest {
    private final Understanding understanding = Understanding.read(Path.of("config"));
    private final List<Phrasing> questions = Sayings.read(Path.of("config/sayings.txt")).all().stream()
            .filter(said -> understanding.faq().named(said.meant()).isPresent())
            .map(said -> new Phrasing(said.meant(), said.text(), "written"))
            .toList();

    AnalysersTest() throws Exception {}

    @Test
    void meanings_find_more_than_signs_pairs_or_words() throws Exception {
        Map<String, Double> found = new LinkedHashMap<>();
        found.put("single signs", firstRight(new StandardAnalyzer()));
        found.put("pairs of signs", firstRight(new CJKAnalyzer()));
        found.put("words by a dictionary", firstRight(new SmartChineseAnalyzer()));
        double ours = ours();
        List<String> report = new ArrayList<>();
        found.forEach((name, share) -> report.add(String.format("%-24s %5.1f %%", name, 100 * share)));
        report.add(String.format("%-24s %5.1f %%", "meanings", 100 * ours));
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target/understanding-analysers.txt"), report, StandardCharsets.UTF_8);
        assertThat(found.values()).allSatisfy(share -> assertThat(share).isLessThan(ours));
    }

    private double ours() {
        long right = questions.stream()
                .filter(q -> understanding.nearest(q.text(), 1).stream()
                        .anyMatch(near -> near.target().equals(q.expected())))
                .count();
        return right / (double) questions.size();
    }

    private double firstRight(Analyzer analyzer) throws Exception {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(analyzer))) {
            for (Entry entry : understanding.faq().entries()) {
                for (String ask : entry.asks()) {
                    Document document = new Document();
                    document.add(new StringField("id", entry.id(), Field.Store.YES));
                    document.add(new TextField("ask", ask, Field.Store.NO));
                    writer.addDocument(document);
                }
            }
        }
        try (DirectoryReader reader = DirectoryReader.open(memory)) {
            IndexSearcher searcher = new IndexSearcher(reader);
            QueryBuilder queries = new QueryBuilder(analyzer);
            int right = 0;
            for (Phrasing question : questions) {
                ScoreDoc[] hits = searcher.search(queries.createBooleanQuery("ask", question.text()), 1).scoreDocs;
                boolean isRight = hits.length > 0
                        && question.expected()
                                .equals(searcher.storedFields()
                                        .document(hits[0].doc)
                                        .get("id"));
                right += isRight ? 1 : 0;
            }
            return right / (double) questions.size();
        }
    }
}
