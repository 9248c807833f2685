using Microsoft.Extensions.Options;

namespace Helm.Host.Security;

/// <summary>The gates before every endpoint.</summary>
internal static class SecurityParts
{
    public static IServiceCollection AddSecurity(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<SecurityOptions>().Bind(configuration.GetSection(SecurityOptions.Section)).ValidateOnStart();
        return services
            .AddProblemDetails()
            .AddSingleton<IValidateOptions<SecurityOptions>, SecurityOptionsCheck>()
            .AddSingleton(provider => TokenFile.Open(provider.GetRequiredService<IOptions<SecurityOptions>>().Value.TokenFile))
            .AddSingleton<CallerGate>();
    }

    /// <summary>Each gate sees only what the ones before it let through.</summary>
    public static void UseSecurity(this WebApplication app)
    {
        app.UseMiddleware<ResponseHeaders>();
        app.UseMiddleware<FailureAnswers>();
        app.UseMiddleware<HostGate>();
        app.UseMiddleware<OutsideGate>();
        app.UseMiddleware<OriginGate>();
        app.UseMiddleware<JsonGate>();
    }
}
