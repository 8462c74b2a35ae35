buildscript {
    dependencies {
        classpath("com.squareup.okhttp3:okhttp-jvm:5.5.1")
    }
}

plugins {
    `java-library`
}

repositories.mavenCentral()

testing {
    suites {
        val test by getting(JvmTestSuite::class) {
            useJUnitJupiter()
            dependencies {
                implementation("com.fasterxml.jackson.core:jackson-databind:2.22.4")
            }
        }
    }
}

dependencies {
    implementation("com.squareup.okhttp3:okhttp-jvm:5.5.1")
    implementation("com.fasterxml.jackson.core:jackson-databind:2.22.4")
    testImplementation("org.junit.jupiter:junit-jupiter:6.1.3")
    testImplementation("com.squareup.okhttp3:mockwebserver3:5.5.1")
    testRuntimeOnly("org.junit.platform:junit-platform-launcher")
}
