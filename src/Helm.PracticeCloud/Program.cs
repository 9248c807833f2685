using Helm.PracticeCloud;
using Helm.PracticeCloud.Data;

if (CommandLine.WantsHelp(args))
{
    Console.WriteLine(CommandLine.Help);
    return 0;
}

try
{
    await using var cloud = await PracticeCloudServer.StartAsync(CommandLine.Parse(args));
    Console.WriteLine($"The practice cloud listens on {cloud.Endpoint}");
    await cloud.WaitForShutdownAsync();
    return 0;
}
catch (Exception error) when (error is DataFileException or PortInUseException)
{
    Console.Error.WriteLine(error.Message);
    return 1;
}
