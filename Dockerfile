# Builds the jar, then an image with a JRE, a CJK font and nothing to log in to.
FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /src
COPY pom.xml .
COPY .mvn .mvn
COPY src src
RUN mvn -B -q -DskipTests -Dspotless.check.skip=true package

FROM eclipse-temurin:17-jre-jammy
RUN apt-get update \
 && apt-get install -y --no-install-recommends fontconfig fonts-wqy-zenhei curl \
 && rm -rf /var/lib/apt/lists/* \
 && useradd --uid 10001 --create-home --shell /usr/sbin/nologin gradcheck \
 && mkdir -p /app/data && chown gradcheck /app/data
WORKDIR /app
COPY --from=build /src/target/gradcheck.jar gradcheck.jar
COPY config config
ENV LANG=C.UTF-8 GRADCHECK_DATABASE=jdbc:sqlite:/app/data/gradcheck.db
USER 10001
VOLUME /app/data
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=10s CMD curl -fsS http://127.0.0.1:8080/health || exit 1
ENTRYPOINT ["java", "-XX:+UseSerialGC", "-Xmx384m", "-XX:+ExitOnOutOfMemoryError", "-Dorg.sqlite.tmpdir=/app/data", "-Dfile.encoding=UTF-8", "-jar", "gradcheck.jar"]
CMD ["serve"]
