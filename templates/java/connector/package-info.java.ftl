${it.javadoc()}package ${it.packageName()};
