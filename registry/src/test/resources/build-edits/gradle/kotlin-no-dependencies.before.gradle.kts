plugins {
    java
}

repositories {
    mavenCentral()
}
