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
