using Helm.Acceptance.Tests.Drivers;

namespace Helm.Acceptance.Tests.CommandLine;

/// <summary><c>heyhelm doctor</c> says what is wrong and what to do, also where Helm cannot start.</summary>
public sealed class DoctorTests(WorkFolder folder) : IClassFixture<WorkFolder>
{
    [Fact]
    public async Task Without_settings_nothing_is_watched_and_that_is_said()
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["doctor", "--config", folder.Write("empty.json", """{"Helm:Host:Url":"http://127.0.0.1:0"}""")]);

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Contains("AWS is not asked.", ended.Output, StringComparison.Ordinal);
        Assert.Contains("Helm can run here.", ended.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Helm": { "Host": """, "configuration")]
    [InlineData("""{"Helm:Monitoring:AlarmInterval":"soon"}""", "AlarmInterval")]
    [InlineData("""{"Helm:Storage:Provider":"Oracle"}""", "Helm:Storage:Provider")]
    [InlineData("""{"Helm:Host:Url":"http://0.0.0.0:3978"}""", "a way to sign in")]
    [InlineData("""{"Helm:Storage:Path":"/proc/nowhere/helm.db"}""", "/proc/nowhere")]
    [InlineData("""{"Helm:Storage:Provider":"PostgreSql","Helm:Storage:ConnectionString":"Host=127.0.0.1;Port=1;Username=helm"}""", "PostgreSQL")]
    [InlineData("""{"Helm:Cloud:Enabled":true,"Helm:Cloud:EndpointUrl":"http://127.0.0.1:1","Helm:Cloud:Environments:prod:Account":"123456789012","Helm:Cloud:Environments:prod:Region":"us-east-1"}""", "prod")]
    public async Task What_is_wrong_is_named_with_its_remedy(string settings, string named)
    {
        var ended = await HeyHelm.RunAsync(folder.Path, ["doctor", "--config", folder.Write("settings.json", settings)]);

        Assert.True(ended.Code == 1, ended.ToString());
        Assert.DoesNotContain("   at ", ended.Errors + ended.Output, StringComparison.Ordinal);
        var lines = ended.Output.Split('\n');
        var problem = Array.FindIndex(lines, line => line.StartsWith("!! ", StringComparison.Ordinal) && line.Contains(named, StringComparison.Ordinal));
        Assert.True(problem >= 0, $"No problem names {named}: {ended}");
        Assert.Contains("-> ", lines[problem + 1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_another_program_has_is_named()
    {
        using var busy = new BusyPort();
        var settings = folder.Write("busy.json", $$"""{"Helm:Host:Url":"http://127.0.0.1:{{busy.Number}}"}""");

        var doctor = await HeyHelm.RunAsync(folder.Path, ["doctor", "--config", settings]);
        var serve = await HeyHelm.RunAsync(folder.Path, ["serve", "--config", settings]);

        Assert.True(doctor.Code == 1, doctor.ToString());
        Assert.Contains($"Another program listens on http://127.0.0.1:{busy.Number}", doctor.Output, StringComparison.Ordinal);
        Assert.True(serve.Code == 1, serve.ToString());
        Assert.Contains(busy.Number, serve.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", serve.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_running_helm_is_recognised_and_its_cloud_reached()
    {
        await using var company = await PracticeCompany.StartAsync();
        using var home = new HelmFolder(company);
        await using var helm = await HelmProcess.StartAsync(home);
        home.Settings["Helm:Host:Url"] = helm.Address.ToString();

        var ended = await HeyHelm.RunAsync(home.Path, ["doctor", "--config", home.WriteSettings()], secrets: home.Keys);

        Assert.True(ended.Code == 0, ended.ToString());
        Assert.Contains("Helm listens on", ended.Output, StringComparison.Ordinal);
        Assert.Contains("ok  cloud prod", ended.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(home.Keys["HELM_TEST_prod_SECRET"], ended.Output, StringComparison.Ordinal);
    }
}
