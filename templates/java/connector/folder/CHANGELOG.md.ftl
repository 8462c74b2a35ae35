# Changelog

Versions follow [semantic versioning](https://semver.org): a new major version may need changes in your code.

## ${version}

- ${summary}
