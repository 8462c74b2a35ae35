plugins {
    java
}

repositories {
    mavenCentral()
}

dependencies {
    implementation(libs.okhttp.jvm)
    testImplementation(libs.bundles.testing)
}

tasks.test {
    useJUnitPlatform()
}
