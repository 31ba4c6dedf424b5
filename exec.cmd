@rem On Windows, npm runs scripts with cmd.exe, which has no exec. It finds this file instead: see "pipeline" in package.json.
@%*
