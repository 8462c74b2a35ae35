${name} ${nobody}
