plugins {
    java
}

repositories {
    mavenCentral()
}

/* dependencies { /* nested */ implementation("com.squareup.okhttp3:okhttp-jvm:5.5.1") } */
val text = "dependencies { ${if (true) "{" else "}"} }"
val raw = """
dependencies {
"""

dependencies {
    implementation("org.slf4j:slf4j-api:2.0.17") // }
    implementation(kotlin("stdlib"))
}

tasks.test {
    useJUnitPlatform()
}
