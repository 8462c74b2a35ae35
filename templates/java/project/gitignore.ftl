target/
.env
