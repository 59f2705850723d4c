package gradcheck.understanding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.ByteBuffersDirectory;

/** Every example question in memory; finds those nearest to a question and says how near, from 0 to 1. */
final class Examples {
    private static final String FIELD = "terms";
    /** BM25 finds this many candidates; no right one was ever further down on the tuning set. */
    private static final int CANDIDATES = 40;
    /** A meaning tells more than a sign that happens to be the same. */
    private static final double MEANING_WEIGHT = 2.0;

    private static final double PAIR_WEIGHT = 0.6;
    private static final double SIGN_WEIGHT = 0.4;
    private static final double WEAK_WEIGHT = 0.2;
    /** How much the best single example counts against all examples of the target together. */
    private static final double SINGLE = 0.8;

    /** Made when it is first asked for: building an index takes most of the time that reading the files takes. */
    private final Supplier<IndexSearcher> searcher = Once.of(this::searcher);

    private final List<Example> examples = new ArrayList<>();
    private final Map<String, Set<String>> termsOfTarget = new HashMap<>();
    private final Map<String, Integer> targetsWith = new HashMap<>();
    private final Set<String> weak = new HashSet<>();

    /** An example question of a target, as its terms. */
    record Example(String target, Set<String> terms) {
        Set<String> meanings() {
            return terms.stream()
                    .filter(term -> term.startsWith(Words.Reading.MEANING))
                    .map(term -> term.substring(Words.Reading.MEANING.length()))
                    .collect(Collectors.toSet());
        }
    }

    Examples(Collection<Example> all, Collection<String> weakMeanings) {
        weakMeanings.forEach(meaning -> weak.add(Words.Reading.MEANING + meaning));
        for (Example example : all) {
            examples.add(example);
            termsOfTarget
                    .computeIfAbsent(example.target(), t -> new HashSet<>())
                    .addAll(example.terms());
        }
        termsOfTarget.values().forEach(terms -> terms.forEach(t -> targetsWith.merge(t, 1, Integer::sum)));
    }

    private IndexSearcher searcher() {
        ByteBuffersDirectory memory = new ByteBuffersDirectory();
        try {
            try (IndexWriter writer = new IndexWriter(memory, new IndexWriterConfig(null))) {
                for (Example example : examples) {
                    Document document = new Document();
                    document.add(new TextField(FIELD, new Terms(example.terms())));
                    writer.addDocument(document);
                }
                // One segment keeps the documents in the order of the list.
                writer.forceMerge(1);
            }
            return new IndexSearcher(DirectoryReader.open(memory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void index() {
        var unused = searcher.get();
    }

    /** The targets nearest to a question, nearest first. */
    List<Near> nearest(Set<String> question) {
        Map<String, Double> best = new LinkedHashMap<>();
        for (int candidate : candidates(question)) {
            Example example = examples.get(candidate);
            best.merge(example.target(), alike(question, example.terms()), Math::max);
        }
        double asked = weight(question);
        List<Near> near = new ArrayList<>();
        best.forEach((target, single) -> {
            double all = asked == 0 ? 0 : common(question, termsOfTarget.getOrDefault(target, Set.of())) / asked;
            near.add(new Near(target, SINGLE * single + (1 - SINGLE) * all));
        });
        near.sort(Comparator.comparingDouble(Near::score).reversed());
        return near;
    }

    /** Whether any example of the target holds the term. */
    boolean mention(String target, String term) {
        return termsOfTarget.getOrDefault(target, Set.of()).contains(term);
    }

    /** Whether every sign in it was once asked about. */
    boolean know(Set<String> question) {
        return question.stream()
                .filter(term -> !term.startsWith(Words.Reading.MEANING))
                .allMatch(targetsWith::containsKey);
    }

    private List<Integer> candidates(Set<String> question) {
        BooleanQuery.Builder query = new BooleanQuery.Builder();
        question.forEach(term -> query.add(new TermQuery(new Term(FIELD, term)), Occur.SHOULD));
        try {
            List<Integer> found = new ArrayList<>();
            for (ScoreDoc hit : searcher.get().search(query.build(), CANDIDATES).scoreDocs) {
                found.add(hit.doc);
            }
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private double alike(Set<String> question, Set<String> example) {
        double both = weight(question) + weight(example);
        return both == 0 ? 0 : 2 * common(question, example) / both;
    }

    private double common(Set<String> one, Set<String> other) {
        return one.stream().filter(other::contains).mapToDouble(this::weight).sum();
    }

    private double weight(Set<String> terms) {
        return terms.stream().mapToDouble(this::weight).sum();
    }

    /** Rare terms tell more; a term nobody ever asked about tells most, against every example. */
    private double weight(String term) {
        double rare = Math.log(1.0 + (double) termsOfTarget.size() / (1 + targetsWith.getOrDefault(term, 0)));
        if (weak.contains(term)) {
            return WEAK_WEIGHT * rare;
        }
        if (term.startsWith(Words.Reading.MEANING)) {
            return MEANING_WEIGHT * rare;
        }
        return (term.length() > 1 ? PAIR_WEIGHT : SIGN_WEIGHT) * rare;
    }

    /** Terms that are already cut, handed to the index as they are. */
    private static final class Terms extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Iterator<String> left;

        Terms(Set<String> terms) {
            this.left = List.copyOf(terms).iterator();
        }

        @Override
        public boolean incrementToken() {
            clearAttributes();
            if (!left.hasNext()) {
                return false;
            }
            term.append(left.next());
            return true;
        }
    }
}
