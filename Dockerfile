# Three stages: the jar; a Java of only the modules it needs; and on a bare Debian these two, a Chinese font, nothing to
# log in to. It runs as an account of its own that nobody can log in by, on a read-only file system:
#   docker run --read-only --tmpfs /tmp -v gradcheck:/app/data --env-file gradcheck.env -p 8080:8080 gradcheck
FROM maven:3.9.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml .
COPY .mvn .mvn
COPY src src
COPY config config
RUN mvn -B -q -DskipTests -Dspotless.check.skip=true -Djacoco.skip=true package
# SQLite's own library beside the jar, so that nothing is unpacked at a start.
RUN mkdir native && cd native \
 && jar xf ../target/gradcheck.jar "org/sqlite/native/Linux/$(uname -m)/libsqlitejdbc.so" \
 && mv org/sqlite/native/Linux/*/libsqlitejdbc.so . && rm -r org

FROM eclipse-temurin:17-jdk-jammy AS java
RUN jlink --strip-debug --no-header-files --no-man-pages --compress=2 --output /java \
    --add-modules java.base,java.compiler,java.desktop,java.instrument,java.management,java.naming,java.net.http,java.rmi,java.security.jgss,java.sql,jdk.charsets,jdk.crypto.ec,jdk.jfr,jdk.localedata,jdk.unsupported,jdk.zipfs --include-locales=en,zh \
 && /java/bin/java -Xshare:dump

FROM debian:12-slim
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-wqy-zenhei \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --no-create-home --home-dir /app/data --shell /usr/sbin/nologin gradcheck \
 && mkdir -p /app/data && chown 10001 /app/data && chmod 700 /app/data
WORKDIR /app
COPY --from=java /java /app/java
COPY --from=build /src/native /app/native
COPY --from=build /src/target/gradcheck.jar gradcheck.jar
COPY config config
COPY scripts/lib/archive scripts/lib/await /tmp/
# Starts once and keeps what was loaded: a start then takes about half the time.
RUN /tmp/archive /app/java/bin/java gradcheck.jar config /app/gradcheck.jsa && rm /tmp/archive /tmp/await
# From outside the container it can be reached by no other address.
ENV LANG=C.UTF-8 GRADCHECK_HOST=0.0.0.0 GRADCHECK_DATABASE=jdbc:sqlite:/app/data/gradcheck.db
USER 10001
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s \
  CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${GRADCHECK_PORT:-8080} && printf 'GET /live HTTP/1.0\\r\\n\\r\\n' >&3 && head -1 <&3 | grep -q ' 200 '"]
ENTRYPOINT ["/app/java/bin/java", "-XX:SharedArchiveFile=/app/gradcheck.jsa", "-XX:+UseSerialGC", "-Xms96m", "-Xmx256m", "-Xmn64m", "-XX:MaxHeapFreeRatio=60", "-XX:-ShrinkHeapInSteps", "-XX:+ExitOnOutOfMemoryError", "-XX:-UsePerfData", "-Dorg.sqlite.lib.path=/app/native", "-Dorg.sqlite.lib.name=libsqlitejdbc.so", "-Djava.io.tmpdir=/app/data", "-Dfile.encoding=UTF-8", "-jar", "gradcheck.jar"]
CMD ["serve"]
