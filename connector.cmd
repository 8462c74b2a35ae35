@echo off
rem Starts connector on Windows: what the file "connector" is elsewhere. In a release it lies beside
rem lib\ and help\; in a clone of the sources it builds them once (build again with: mvn package).
rem Not tested on Windows yet; reports are welcome.
setlocal EnableExtensions DisableDelayedExpansion

set "APP=%~dp0"
if exist "%APP%lib\connector.jar" goto run
set "APP=%~dp0cli\target\dist\"
if exist "%APP%lib\connector.jar" goto run

where mvn >nul 2>nul
if errorlevel 1 (
  echo error: building connector needs Maven, and there is no mvn on the PATH 1>&2
  echo hint:  install Maven, or use a release archive, which needs only Java 1>&2
  exit /b 1
)
echo connector: building from source, which takes a minute the first time ... 1>&2
if not exist "%~dp0cli\target" mkdir "%~dp0cli\target"
call mvn -B -q -f "%~dp0pom.xml" -pl cli -am package -Dmaven.test.skip=true -Dspotless.check.skip=true > "%~dp0cli\target\build.log" 2>&1
if errorlevel 1 (
  type "%~dp0cli\target\build.log" 1>&2
  echo error: connector could not be built 1>&2
  echo hint:  see the output of Maven above 1>&2
  exit /b 1
)

:run
set "TOPIC="
if "%~1"=="" set "TOPIC=connector"
if "%~1"=="--help" set "TOPIC=connector"
if "%~1"=="-h" set "TOPIC=connector"
if "%~1"=="help" if "%~2"=="" (set "TOPIC=connector") else (set "TOPIC=%~2")
if "%~2"=="--help" set "TOPIC=%~1"
if "%~2"=="-h" set "TOPIC=%~1"
if not "%~3"=="" set "TOPIC="
if defined TOPIC if exist "%APP%help\%TOPIC%.txt" (
  type "%APP%help\%TOPIC%.txt"
  exit /b 0
)

set "JAVA=java.exe"
if defined JAVA_HOME set "JAVA=%JAVA_HOME%\bin\java.exe"
if defined JAVA_HOME if not exist "%JAVA%" (
  echo error: JAVA_HOME is %JAVA_HOME%, but there is no bin\java.exe in it 1>&2
  echo hint:  set JAVA_HOME to a JDK 17 or later, or unset it to use the java on the PATH 1>&2
  exit /b 1
)
if not defined JAVA_HOME (
  where java.exe >nul 2>nul
  if errorlevel 1 (
    echo error: no Java found 1>&2
    echo hint:  install a JDK 17 or later and put its bin folder on the PATH, or set JAVA_HOME 1>&2
    exit /b 1
  )
)

rem A description fills a small young generation again and again; other commands never do.
set "HEAP=-Xms16m -Xmn8m"
if "%~1"=="new" set "HEAP=-Xms48m -Xmn32m"

rem A Java before 17 cannot load the program; Java itself says so, with the versions.
"%JAVA%" -XX:TieredStopAtLevel=1 -XX:+UseSerialGC %HEAP% -XX:-UsePerfData -Xlog:disable -Dorg.freemarker.loggerLibrary=none "-Dconnector.application=%APP%." -Djdk.console=java.base -cp "%APP%lib\connector.jar" dev.connector.cli.Main %*
exit /b %ERRORLEVEL%
