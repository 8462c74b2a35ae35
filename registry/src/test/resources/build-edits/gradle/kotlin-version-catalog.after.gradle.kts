plugins {
    java
}

repositories {
    mavenCentral()
}

dependencies {
    implementation(libs.okhttp.jvm)
    testImplementation(libs.bundles.testing)
    implementation("com.fasterxml.jackson.core:jackson-databind:2.22.4")
}

tasks.test {
    useJUnitPlatform()
}
